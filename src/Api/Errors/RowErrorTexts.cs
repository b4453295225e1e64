using Pionir.Application.Organization.Imports;
using Pionir.Domain.Common;

namespace Pionir.Api.Errors;

internal sealed class RowErrorTexts : IRowErrorTexts
{
    public LocalText Of(string code)
    {
        var (indonesian, english) = ErrorTexts.Of(Error.Rule(code));
        return new LocalText(indonesian.Detail, english.Detail);
    }
}
