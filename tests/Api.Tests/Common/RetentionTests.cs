using Microsoft.Extensions.DependencyInjection;
using Pionir.Domain.Identity;
using Pionir.Infrastructure.Retention;
using Pionir.Tests.Common;

namespace Pionir.Api.Tests.Common;

public sealed class ShortMemory : ApiFixture
{
    protected override IReadOnlyDictionary<string, string> Settings =>
        new Dictionary<string, string> { ["Retention:Jobs"] = "10" };
}

public sealed class RetentionTests(ShortMemory api) : IClassFixture<ShortMemory>
{
    [Fact]
    public async Task Sessions_GoAfterTheirTime_AndNotBefore()
    {
        var account = await api.AccountAsync((Role.TrainingOfficer, null));
        await api.SignInAsync(account);
        var id = account.Id.Value;

        await ClearAsync();
        (await SessionsAsync(id)).ShouldBe(1);

        await api.SqlAsync(
            $"UPDATE sign_in_sessions SET expires_at = expires_at - interval '92 days' WHERE account_id = {id}"
        );
        await ClearAsync();
        (await SessionsAsync(id)).ShouldBe(0);
    }

    [Fact]
    public async Task Links_GoAMonthAfterTheyWereUsed_WhileOpenOnesStay()
    {
        var account = (await api.AccountAsync()).Id.Value;
        var now = api.Clock.GetUtcNow();
        await LinkAsync(account, "used", expires: now.AddDays(3), used: now.AddDays(-31));
        await LinkAsync(account, "over", expires: now.AddDays(-31));
        await LinkAsync(account, "open", expires: now.AddDays(3));
        await LinkAsync(account, "fresh", expires: now.AddDays(-29));

        await ClearAsync();

        (
            await api.ScalarAsync<string>(
                $"SELECT string_agg(token_hash, ' ' ORDER BY token_hash) FROM account_links WHERE account_id = {account}"
            )
        ).ShouldBe("fresh open");
    }

    [Fact]
    public async Task FinishedJobs_AreKeptAsLongAsConfigured_UnfinishedOnesAlways()
    {
        var now = api.Clock.GetUtcNow();
        await JobAsync("lama", "Succeeded", now.AddDays(-11));
        await JobAsync("baru", "Failed", now.AddDays(-9));
        await JobAsync("jalan", "Running", null);

        await ClearAsync();

        (
            await api.ScalarAsync<string>(
                $"SELECT string_agg(subject, ' ' ORDER BY subject) FROM jobs WHERE kind = 'uji.simpan'"
            )
        ).ShouldBe("baru jalan");
    }

    [Fact]
    public async Task SentMail_ForgetsWhomItWentTo_ButNeverGoesOutAgain()
    {
        var sent = api.Clock.GetUtcNow().AddDays(-200);
        await api.SqlAsync(
            $"""
            INSERT INTO mail_outbox (id, key, to_address, to_name, subject, text, state, attempts, created_at, next_attempt_at, sent_at)
            VALUES ({Guid.CreateVersion7()}, 'retention-sent', 'ana@contoh.example', 'Ana', 'Undangan', '', 'Sent', 1, {sent}, {sent}, {sent}),
                   ({Guid.CreateVersion7()}, 'retention-failed', 'budi@contoh.example', 'Budi', 'Tautan', 'https://x', 'Failed', 12, {sent}, {sent}, NULL),
                   ({Guid.CreateVersion7()}, 'retention-waiting', 'cici@contoh.example', 'Cici', 'Tautan', 'https://x', 'Waiting', 0, {sent}, {sent}, NULL)
            """
        );

        await ClearAsync();

        (
            await api.ScalarAsync<string>(
                $"SELECT string_agg(to_address || to_name || subject || text, '|' ORDER BY key) FROM mail_outbox WHERE key LIKE 'retention-%'"
            )
        ).ShouldBe("||cici@contoh.exampleCiciTautanhttps://x");
    }

    private Task<bool> ClearAsync() =>
        api.ScopeAsync(async services =>
        {
            await services.GetRequiredService<ClearOldData>().RunAsync(CancellationToken.None);
            return true;
        });

    private Task<long> SessionsAsync(Guid account) =>
        api.ScalarAsync<long>($"SELECT count(*) FROM sign_in_sessions WHERE account_id = {account}");

    private Task<int> LinkAsync(Guid account, string hash, DateTimeOffset expires, DateTimeOffset? used = null) =>
        api.SqlAsync(
            $"""
            INSERT INTO account_links (id, account_id, purpose, token_hash, created_at, expires_at, used_at)
            VALUES ({Guid.CreateVersion7()}, {account}, 'Invitation', {hash}, {expires.AddDays(
                -7
            )}, {expires}, nullif({used ?? DateTimeOffset.MinValue.ToUniversalTime()}, '-infinity'))
            """
        );

    private Task<int> JobAsync(string subject, string state, DateTimeOffset? finished) =>
        api.SqlAsync(
            $"""
            INSERT INTO jobs (id, kind, subject, arguments, state, done, total, attempts, requested_by, requested_by_name,
                              requested_at, finished_at, lease_until)
            VALUES ({Guid.CreateVersion7()}, 'uji.simpan', {subject}, jsonb_build_object(), {state}, 0, 0, 1, {Guid.Empty}, 'Uji',
                    {api.Clock.GetUtcNow()}, nullif({finished
                ?? DateTimeOffset.MinValue.ToUniversalTime()}, '-infinity'), 'infinity')
            """
        );
}
