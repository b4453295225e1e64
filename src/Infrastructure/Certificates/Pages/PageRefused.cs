using Pionir.Domain.Common;

namespace Pionir.Infrastructure.Certificates.Pages;

/// <summary>Ends the reading of a page, however deep in it; <see cref="PageImport"/> alone catches it and returns the refusal.</summary>
internal sealed class PageRefused(Error error) : Exception(error.Code)
{
    public Error Error => error;
}
