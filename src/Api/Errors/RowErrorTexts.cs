using System.Globalization;
using Pionir.Application.Organization.Imports;
using Pionir.Domain.Common;

namespace Pionir.Api.Errors;

internal sealed class RowErrorTexts : IRowErrorTexts
{
    public string Of(string code)
    {
        var (indonesian, english) = ErrorTexts.Of(Error.Rule(code));
        return (CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en" ? english : indonesian).Detail;
    }
}
