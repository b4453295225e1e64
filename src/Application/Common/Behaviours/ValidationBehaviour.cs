using System.Globalization;
using FluentValidation;
using FluentValidation.Results;
using MediatR;
using Pionir.Domain.Common;

namespace Pionir.Application.Common.Behaviours;

/// <summary>Checks the shape of a request before anything is read from the database.</summary>
internal sealed class ValidationBehaviour<TRequest, TResponse>(IEnumerable<IValidator<TRequest>> validators)
    : IPipelineBehavior<TRequest, TResponse>
    where TRequest : IRequest<TResponse>
    where TResponse : IResult<TResponse>
{
    public Task<TResponse> Handle(
        TRequest request,
        CancellationToken cancellationToken,
        RequestHandlerDelegate<TResponse> next
    )
    {
        var failures = validators.SelectMany(validator => validator.Validate(request).Errors).ToList();
        return failures.Count == 0 ? next() : Task.FromResult(TResponse.Failure(ErrorsOf(failures)));
    }

    private static List<Error> ErrorsOf(IEnumerable<ValidationFailure> failures) =>
        [.. failures.Select(ToError).DistinctBy(error => (error.Code, error.Field))];

    private static Error ToError(ValidationFailure failure) =>
        new(
            Code(failure.ErrorCode),
            ErrorKind.Invalid,
            failure
                .FormattedMessagePlaceholderValues.Where(pair => pair.Key is not "PropertyName" and not "PropertyPath")
                .ToDictionary(pair => CamelCase(pair.Key), pair => (object?)pair.Value),
            string.Join('.', failure.PropertyName.Split('.').Select(CamelCase))
        );

    /// <summary>The validators that come with the library get the product's own codes; WithErrorCode overrides.</summary>
    private static string Code(string errorCode) =>
        errorCode switch
        {
            "NotEmptyValidator" or "NotNullValidator" => "field.required",
            "MaximumLengthValidator" => "field.too_long",
            "MinimumLengthValidator" or "LengthValidator" or "ExactLengthValidator" => "field.length",
            "EmailValidator" => "field.email",
            "EnumValidator" or "StringEnumValidator" => "field.unknown_value",
            "RegularExpressionValidator" => "field.format",
            _ when errorCode.EndsWith("Validator", StringComparison.Ordinal) => "field.range",
            _ => errorCode,
        };

    private static string CamelCase(string name) =>
        name.Length == 0 ? name : char.ToLower(name[0], CultureInfo.InvariantCulture) + name[1..];
}
