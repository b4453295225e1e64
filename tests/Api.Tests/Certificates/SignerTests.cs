using Microsoft.Extensions.DependencyInjection;
using Pionir.Application.Certificates;
using Pionir.Domain.Certificates;
using Pionir.Domain.Identity;
using Pionir.Tests.Common;

namespace Pionir.Api.Tests.Certificates;

public sealed class SignerTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    private static readonly DateOnly Today = DateOnly.FromDateTime(FakeClock.Start.UtcDateTime);

    [Fact]
    public async Task Signs_WhoBecameHeadLast_NotWhoseAccountIsYoungest_AndWhoActedOnThatDay()
    {
        var old = await HeadAsync("Kepala Lama", assigned: -300);
        var present = await HeadAsync("Kepala Kini", assigned: -10);
        await api.SqlAsync($"UPDATE accounts SET created_at = {FakeClock.Start.AddYears(-5)} WHERE id = {present}");
        await api.SqlAsync($"UPDATE accounts SET created_at = {FakeClock.Start.AddDays(-1)} WHERE id = {old}");

        (await SignerAsync(Today)).Name.ShouldBe("Kepala Kini");
        (await SignerAsync(Today.AddDays(-100))).Name.ShouldBe("Kepala Lama");

        var acting = await HeadAsync("Pelaksana Harian", assigned: null);
        await api.SqlAsync(
            $"""
            INSERT INTO delegations (id, delegate_id, kind, starts_on, ends_on, letter_number, created_by, created_at,
                ended_at, end_reason)
            VALUES ({Guid.CreateVersion7()}, {acting}, {"Plh"}, {Today.AddDays(-9)}, {Today.AddDays(
                9
            )}, {"SP-1"}, {present},
                {FakeClock.Start.AddDays(-9)}, {FakeClock.Start.AddDays(-2)}, {"Kepala kembali"})
            """
        );

        (await SignerAsync(Today.AddDays(-5))).Name.ShouldBe("Pelaksana Harian");
        (await SignerAsync(Today.AddDays(-5))).Capacity.ShouldBe("Plh.");
        // The day on which it was ended is the head's again.
        (await SignerAsync(Today.AddDays(-2))).Name.ShouldBe("Kepala Kini");
        (await SignerAsync(Today)).Name.ShouldBe("Kepala Kini");
    }

    private async Task<SnapshotSigner> SignerAsync(DateOnly day) =>
        (
            await api.ScopeAsync(services =>
                services.GetRequiredService<ICertificateSigners>().OnAsync(day, CancellationToken.None)
            )
        )!;

    private async Task<Guid> HeadAsync(string name, int? assigned)
    {
        var account = assigned is null
            ? await api.AccountAsync()
            : await api.AccountAsync((Role.HeadOfCentre, (Domain.Organization.UnitId?)null));
        await api.SqlAsync($"UPDATE accounts SET name = {name}, employee_id = NULL WHERE id = {account.Id.Value}");
        if (assigned is { } days)
        {
            await api.SqlAsync(
                $"UPDATE role_assignments SET assigned_at = {FakeClock.Start.AddDays(days)} WHERE account_id = {account.Id.Value}"
            );
        }
        return account.Id.Value;
    }
}
