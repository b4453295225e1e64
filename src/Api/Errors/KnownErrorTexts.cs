using Pionir.Application.Common;
using Pionir.Domain.Common;

namespace Pionir.Api.Errors;

/// <summary>Lends the texts to what is not answered as a problem: rows of imports, failed jobs.</summary>
internal sealed class KnownErrorTexts : IErrorTexts
{
    public LocalText Of(string code) => Of(Error.Rule(code));

    public LocalText Of(Error error)
    {
        var (indonesian, english) = ErrorTexts.Of(error);
        return new LocalText(indonesian.Detail, english.Detail);
    }
}
