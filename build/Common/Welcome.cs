using System.Net.Http.Json;

namespace Pionir.Build;

/// <summary>What a person needs once the product runs: where it is and who they can be.</summary>
public static class Welcome
{
    public static async Task ShowAsync(Installation installation, CancellationToken cancellationToken)
    {
        Say.Line();
        Say.Line($"Pionir is ready: {installation.Address}");
        Say.Line($"Database: {installation.DatabaseDescription}");
        Say.Line();
        var accounts = await AccountsAsync(installation.Address, cancellationToken);
        if (accounts.Count > 0)
        {
            Say.Line($"Sign in as anybody with the password {accounts[0].Password}");
            foreach (var account in accounts)
            {
                var role = account.Acting ? $"{account.Role} (acting)" : account.Role;
                Say.Line($"  {account.Email, -34} {role, -24} {account.Name}");
            }
            Say.Line();
        }
        Say.Line("Ctrl+C stops it; the data stays for the next start.");
    }

    private static async Task<IReadOnlyList<Account>> AccountsAsync(Uri address, CancellationToken cancellationToken)
    {
        using var http = new HttpClient { BaseAddress = address };
        using var answer = await http.GetAsync("/api/v1/demo/accounts", cancellationToken);
        // A database that is no demo has none to tell.
        return answer.IsSuccessStatusCode
            ? await answer.Content.ReadFromJsonAsync<List<Account>>(cancellationToken) ?? []
            : [];
    }

    private sealed record Account(string Role, bool Acting, string Name, string Email, string Password);
}
