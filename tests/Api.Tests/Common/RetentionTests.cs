using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Pionir.Domain.Identity;
using Pionir.Infrastructure.Files;
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

    [Fact]
    public async Task RowsAndFilesOfImports_GoAfterTheirTime_TheCountsStay_AndWhatIsUsedElsewhereToo()
    {
        var now = api.Clock.GetUtcNow();
        var (old, dry, fresh, running) = (
            await ImportAsync("Applied", now.AddDays(-91), 'a'),
            await ImportAsync("Checked", now.AddDays(-91), 'b'),
            await ImportAsync("Applied", now.AddDays(-89), 'c'),
            await ImportAsync("Applying", now.AddDays(-91), 'd')
        );
        var (logo, former) = (await LogoAsync(1), await LogoAsync(2));
        // A table of days to come: whatever it is, a column of this name holds a file.
        await api.SqlAsync($"CREATE TABLE later (other_file_hash text)");
        await api.SqlAsync($"GRANT SELECT ON later TO pionir_app");
        await api.SqlAsync($"INSERT INTO later VALUES ({Hash('b')})");
        await api.SqlAsync($"UPDATE stored_files SET stored_at = {now.AddDays(-91)}");

        await ClearAsync();
        await api.ScopeAsync(async services =>
        {
            await services.GetRequiredService<StoredFileSweep>().RunAsync(CancellationToken.None);
            return true;
        });

        var left = await api.ScalarAsync<Guid[]>(
            $"SELECT array_agg(i.id ORDER BY i.id) FROM imports i WHERE EXISTS (SELECT FROM import_rows r WHERE r.import_id = i.id) AND EXISTS (SELECT FROM import_findings f WHERE f.import_id = i.id)"
        );
        left.ShouldBe([fresh, running], ignoreOrder: true);
        (await api.ScalarAsync<string>($"SELECT state FROM imports WHERE id = {dry}")).ShouldBe("Discarded");
        var view = await api.ImportAsync(old);
        view.RowsClearedAt.ShouldNotBeNull();
        view.Counts.Wrong.ShouldBe(1);
        view.CanDownloadErrors.ShouldBeFalse();
        var errors = api.Client(TestUser.Everything).GetAsync($"/api/v1/imports/{old}/errors?format=csv");
        await errors.ShouldRefuseAsync(HttpStatusCode.NotFound, "import.rows_cleared");
        (
            await api.ScalarAsync<string>(
                $"SELECT string_agg(left(hash, 1), '' ORDER BY hash) FROM stored_files WHERE size = 4711"
            )
        ).ShouldBe("bcd");
        (await api.ScalarAsync<long>($"SELECT count(*) FROM stored_files WHERE hash IN ({logo}, {former})")).ShouldBe(
            2
        );
    }

    /// <returns>The hash of a logo that is in the settings of the institution.</returns>
    private async Task<string> LogoAsync(byte variant)
    {
        byte[] png = [0x89, .. "PNG\r\n"u8, 0x1A, 0x0A, variant, 0, 0, 0, .. "IEND"u8, 0xAE, 0x42, 0x60, 0x82];
        var client = api.Client(TestUser.Everything);
        using var form = new MultipartFormDataContent { { new ByteArrayContent(png), "file", "logo.png" } };
        using var request = new HttpRequestMessage(HttpMethod.Put, "/api/v1/institution/logo") { Content = form };
        var institution = await client.GetFromJsonAsync<JsonElement>("/api/v1/institution");
        request.Headers.TryAddWithoutValidation("If-Match", $"\"{institution.GetProperty("version").GetInt32()}\"");
        var answer = await client.SendAsync(request);
        answer.IsSuccessStatusCode.ShouldBeTrue(await answer.Content.ReadAsStringAsync());
        return Convert.ToHexStringLower(SHA256.HashData(png));
    }

    private static string Hash(char letter) => new(letter, 64);

    private async Task<Guid> ImportAsync(string state, DateTimeOffset at, char file)
    {
        var id = Guid.CreateVersion7();
        await api.SqlAsync(
            $"INSERT INTO stored_files (hash, content_type, size, stored_at) VALUES ({Hash(file)}, 'text/csv', 4711, {at})"
        );
        await api.SqlAsync(
            $"""
            INSERT INTO imports (id, kind, state, file_name, file_hash, file_size, as_of, missing_leave, columns, total, new,
                changed, leaving, unchanged, wrong, doubtful, requested_by, requested_by_name, requested_at, checked_at, applied_through)
            VALUES ({id}, 'Employees', {state}, 'pegawai.csv', {Hash(
                file
            )}, 1, '2026-01-01', false, {Array.Empty<string>()},
                1, 0, 0, 0, 0, 1, 0, {Guid.Empty}, 'Uji', {at}, {at}, 0)
            """
        );
        await api.SqlAsync(
            $"INSERT INTO import_rows (import_id, row_number, cells, errors, new_id, key, name) VALUES ({id}, 1, {Array.Empty<string>()}, {Array.Empty<string>()}, {id}, '1', 'x')"
        );
        await api.SqlAsync(
            $"INSERT INTO import_findings (import_id, row_number, outcome, errors) VALUES ({id}, 1, 'Wrong', {Array.Empty<string>()})"
        );
        return id;
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
