using Microsoft.Extensions.DependencyInjection;

namespace Pionir.Application.Identity;

/// <summary>What several use cases of this context share.</summary>
internal static class IdentityParts
{
    public static void AddIdentityParts(this IServiceCollection services)
    {
        services.AddScoped<SignInGate>();
        services.AddScoped<OpenSessions>();
        services.AddScoped<Passwords>();
        services.AddScoped<AccountLinks>();
        services.AddScoped<AccountMails>();
        services.AddScoped<Administrators>();
        services.AddScoped<OthersAccounts>();
        services.AddScoped<InvitationAddresses>();
    }
}
