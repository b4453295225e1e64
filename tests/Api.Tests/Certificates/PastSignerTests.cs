using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Pionir.Application.Certificates;
using Pionir.Application.Common.Persistence;
using Pionir.Domain.Certificates;
using Pionir.Domain.Identity;
using Pionir.Tests.Common;

namespace Pionir.Api.Tests.Certificates;

/// <summary>An office that changes hands, and papers dated before it did.</summary>
public sealed class PastSignerTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    private static readonly DateOnly Today = DateOnly.FromDateTime(FakeClock.Start.UtcDateTime);

    [Fact]
    public async Task CertificateDatedBack_NamesWhoWasHeadThen_AlsoWhereTheRoleOrTheAccountIsGone()
    {
        var first = await HeadAsync("Kepala Pertama", assigned: -900);
        await RemoveAsync(first);
        api.Clock.Advance(TimeSpan.FromDays(10));
        var second = await HeadAsync("Kepala Kedua", assigned: 10);
        api.Clock.Advance(TimeSpan.FromDays(10));
        await ActAsync(second, account => account.Disable(AccountId.New(), "Pensiun", api.Clock.GetUtcNow()));
        await HeadAsync("Kepala Ketiga", assigned: 20);

        (await SignerAsync(Today.AddDays(-800))).Name.ShouldBe("Kepala Pertama");
        (await SignerAsync(Today.AddDays(-1))).Name.ShouldBe("Kepala Pertama");
        (await SignerAsync(Today.AddDays(15))).Name.ShouldBe("Kepala Kedua");
        (await SignerAsync(Today.AddDays(20))).Name.ShouldBe("Kepala Ketiga");
        // Before anybody is known to have held it, the first who did.
        (await SignerAsync(Today.AddDays(-1000))).Name.ShouldBe("Kepala Pertama");
    }

    private Task<int> RemoveAsync(Guid id) =>
        ActAsync(id, account => account.RemoveRole(account.Roles[0].Id, AccountId.New(), api.Clock.GetUtcNow()));

    private Task<int> ActAsync(Guid id, Func<Account, Domain.Common.Result> act) =>
        api.ScopeAsync(async services =>
        {
            var database = services.GetRequiredService<IDatabase>();
            var account = await database.Set<Account>().SingleAsync(account => account.Id == AccountId.From(id));
            act(account).IsSuccess.ShouldBeTrue();
            return await database.SaveChangesAsync(CancellationToken.None);
        });

    private async Task<SnapshotSigner> SignerAsync(DateOnly day) =>
        (
            await api.ScopeAsync(services =>
                services.GetRequiredService<ICertificateSigners>().OnAsync(day, CancellationToken.None)
            )
        )!;

    private async Task<Guid> HeadAsync(string name, int assigned)
    {
        var account = await api.AccountAsync((Role.HeadOfCentre, (Domain.Organization.UnitId?)null));
        await api.SqlAsync($"UPDATE accounts SET name = {name}, employee_id = NULL WHERE id = {account.Id.Value}");
        await api.SqlAsync(
            $"UPDATE role_assignments SET assigned_at = {FakeClock.Start.AddDays(assigned)} WHERE account_id = {account.Id.Value}"
        );
        return account.Id.Value;
    }
}
