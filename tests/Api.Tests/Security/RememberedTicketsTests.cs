using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Pionir.Api.Security;

namespace Pionir.Api.Tests.Security;

public sealed class RememberedTicketsTests
{
    private readonly Sealing sealing = new();

    [Fact]
    public void ACookie_IsDecipheredOnce()
    {
        using var tickets = new RememberedTickets(sealing);

        tickets.Unprotect("budi")!.Principal.Identity!.Name.ShouldBe("budi");
        tickets.Unprotect("budi")!.Principal.Identity!.Name.ShouldBe("budi");
        tickets.Unprotect("sari")!.Principal.Identity!.Name.ShouldBe("sari");

        sealing.Asked.ShouldBe(["budi", "sari"]);
    }

    [Fact]
    public void WhatCannotBeDeciphered_IsNotKept()
    {
        using var tickets = new RememberedTickets(sealing);

        tickets.Unprotect("").ShouldBeNull();
        tickets.Unprotect("").ShouldBeNull();

        sealing.Asked.Count.ShouldBe(2);
    }

    [Fact]
    public void WhatOneRequestChanges_TheNextDoesNotSee()
    {
        using var tickets = new RememberedTickets(sealing);
        var first = tickets.Unprotect("budi")!;
        first.Properties.ExpiresUtc = DateTimeOffset.MaxValue;
        first.Principal.AddIdentity(new ClaimsIdentity("other"));

        var second = tickets.Unprotect("budi")!;

        second.Properties.ExpiresUtc.ShouldBeNull();
        second.Principal.Identities.Count().ShouldBe(1);
    }

    /// <summary>Deciphers everything but nothing.</summary>
    private sealed class Sealing : ISecureDataFormat<AuthenticationTicket>
    {
        public List<string?> Asked { get; } = [];

        public string Protect(AuthenticationTicket data) => Protect(data, null);

        public string Protect(AuthenticationTicket data, string? purpose) => data.Principal.Identity!.Name!;

        public AuthenticationTicket? Unprotect(string? protectedText) => Unprotect(protectedText, null);

        public AuthenticationTicket? Unprotect(string? protectedText, string? purpose)
        {
            Asked.Add(protectedText);
            return string.IsNullOrEmpty(protectedText)
                ? null
                : new AuthenticationTicket(
                    new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.Name, protectedText)], "test")),
                    "test"
                );
        }
    }
}
