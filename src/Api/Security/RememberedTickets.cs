using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Caching.Memory;

namespace Pionir.Api.Security;

/// <summary>
/// What a session cookie says, kept for moments: deciphering it was a good part of what a small read cost, and a page
/// sends the same one with each of its requests. Only what deciphered is kept. Whether the session still stands is asked
/// elsewhere, as ever; a key that is withdrawn opens nothing any more after the life of an entry.
/// </summary>
internal sealed class RememberedTickets(ISecureDataFormat<AuthenticationTicket> sealing)
    : ISecureDataFormat<AuthenticationTicket>,
        IDisposable
{
    private const int Most = 10_000;
    private static readonly TimeSpan Life = TimeSpan.FromSeconds(20);

    private readonly MemoryCache opened = new(new MemoryCacheOptions { SizeLimit = Most });

    public string Protect(AuthenticationTicket data) => sealing.Protect(data);

    public string Protect(AuthenticationTicket data, string? purpose) => sealing.Protect(data, purpose);

    public AuthenticationTicket? Unprotect(string? protectedText) => Unprotect(protectedText, null);

    /// <returns>The caller's own: a ticket can be changed.</returns>
    public AuthenticationTicket? Unprotect(string? protectedText, string? purpose)
    {
        if (!opened.TryGetValue((protectedText, purpose), out AuthenticationTicket? ticket))
        {
            ticket = sealing.Unprotect(protectedText, purpose);
            if (ticket is not null)
            {
                var entry = new MemoryCacheEntryOptions { Size = 1, AbsoluteExpirationRelativeToNow = Life };
                opened.Set((protectedText, purpose), ticket, entry);
            }
        }
        return ticket?.Clone();
    }

    public void Dispose() => opened.Dispose();
}
