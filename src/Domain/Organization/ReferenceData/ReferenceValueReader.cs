using System.Text.Json;
using Pionir.Domain.Common;

namespace Pionir.Domain.Organization.ReferenceData;

/// <summary>Turns one JSON value into what its field says, or refuses it.</summary>
internal static class ReferenceValueReader
{
    private const int WholeNumbersMaximum = 20;

    public static Result<object> Read(
        ReferenceField field,
        JsonElement value,
        Func<ReferenceKind, string, bool> codeExists
    ) =>
        field.Type switch
        {
            ReferenceFieldType.Text => Text(field, value),
            ReferenceFieldType.WholeNumber => WholeNumber(field, value),
            ReferenceFieldType.Flag => Flag(field, value),
            ReferenceFieldType.Choice => Choice(field, value),
            ReferenceFieldType.WholeNumbers => WholeNumbers(field, value),
            _ => Reference(field, value, codeExists),
        };

    private static Result<object> Text(ReferenceField field, JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.String)
            return ReferenceItemErrors.ValueWrongType(field);
        var text = value.GetString()!.Trim();
        return text.Length > field.Length ? ReferenceItemErrors.ValueTooLong(field) : Done(text);
    }

    private static Result<object> WholeNumber(ReferenceField field, JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Number || !value.TryGetInt32(out var number))
            return ReferenceItemErrors.ValueWrongType(field);
        return number < field.Minimum || number > field.Maximum
            ? ReferenceItemErrors.ValueOutOfRange(field, number)
            : Done(number);
    }

    private static Result<object> Flag(ReferenceField field, JsonElement value) =>
        value.ValueKind is JsonValueKind.True or JsonValueKind.False
            ? Done(value.GetBoolean())
            : ReferenceItemErrors.ValueWrongType(field);

    private static Result<object> Choice(ReferenceField field, JsonElement value) =>
        value.ValueKind == JsonValueKind.String && field.Choices!.Contains(value.GetString()!)
            ? Done(value.GetString()!)
            : ReferenceItemErrors.ValueNotAChoice(field);

    private static Result<object> WholeNumbers(ReferenceField field, JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Array || value.GetArrayLength() > WholeNumbersMaximum)
            return ReferenceItemErrors.ValueWrongType(field);
        var numbers = new List<int>();
        foreach (var item in value.EnumerateArray())
        {
            var number = WholeNumber(field, item);
            if (!number.IsSuccess)
                return number;
            numbers.Add((int)number.Value);
        }
        return Done(numbers.Distinct().Order().ToArray());
    }

    private static Result<object> Reference(
        ReferenceField field,
        JsonElement value,
        Func<ReferenceKind, string, bool> codeExists
    )
    {
        if (value.ValueKind != JsonValueKind.String)
            return ReferenceItemErrors.ValueWrongType(field);
        var code = value.GetString()!;
        return codeExists(field.RefersTo!.Value, code)
            ? Done(code)
            : ReferenceItemErrors.ValueRefersToNothing(field, code);
    }

    private static Result<object> Done(object value) => Result<object>.Success(value);
}
