using FluentValidation;
using FluentValidation.Validators;

namespace Pionir.Application.Common.Behaviours;

/// <summary>Reasons count without the blanks around them, as the domain keeps them.</summary>
internal static class ReasonRules
{
    public static IRuleBuilderOptions<T, string> Reason<T>(
        this IRuleBuilder<T, string> rule,
        int minimum,
        int maximum
    ) => rule.NotEmpty().SetValidator(new TrimmedLength<T>(minimum, maximum));

    private sealed class TrimmedLength<T>(int minimum, int maximum) : LengthValidator<T>(minimum, maximum)
    {
        public override string Name => nameof(LengthValidator<T>);

        public override bool IsValid(ValidationContext<T> context, string value) =>
            base.IsValid(context, value?.Trim());
    }
}
