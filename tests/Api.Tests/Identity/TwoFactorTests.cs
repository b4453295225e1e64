using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Pionir.Domain.Identity;
using Pionir.Tests.Common;

namespace Pionir.Api.Tests.Identity;

public sealed class TwoFactorTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    private const string Own = "/api/v1/account/two-factor";
    private const string Code = "/api/v1/session/code";

    [Fact]
    public async Task SignIn_WithTwoFactor_OpensNothingBeforeTheCode()
    {
        var (account, key, _) = await EnrolledAsync();
        var page = new PageClient(api.Host);

        var first = await page.SignInAsync(account.Email, People.Password);
        (await first.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("codeRequired").GetBoolean().ShouldBeTrue();
        (await page.Http.GetAsync("/api/v1/jobs")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);

        api.Clock.Advance(TimeSpan.FromMinutes(1));
        var second = await page.Http.PostAsJsonAsync(Code, new { code = TimeBasedCode.At(key, api.Clock.GetUtcNow()) });
        second.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await page.Http.GetAsync("/api/v1/jobs")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Code_IsSpentByItsUse()
    {
        var (account, key, _) = await EnrolledAsync();
        api.Clock.Advance(TimeSpan.FromMinutes(1));
        var code = TimeBasedCode.At(key, api.Clock.GetUtcNow());
        (await SignInAsync(account, code)).StatusCode.ShouldBe(HttpStatusCode.OK);

        await SignInAsync(account, code).ShouldRefuseAsync(HttpStatusCode.Unauthorized, "sign_in.code_refused");
    }

    [Fact]
    public async Task ACodeTriedASecondTime_IsMailedToTheOwner()
    {
        var (account, key, _) = await EnrolledAsync();
        api.Clock.Advance(TimeSpan.FromMinutes(1));
        var code = TimeBasedCode.At(key, api.Clock.GetUtcNow());
        await SignInAsync(account, code);

        await SignInAsync(account, code);
        await SignInAsync(account, "000000");

        (
            await api.ScalarAsync<long>(
                $"SELECT count(*) FROM mail_outbox WHERE to_address = {account.Email} AND subject LIKE '%kedua kalinya%'"
            )
        ).ShouldBe(1);
    }

    [Fact]
    public async Task RecoveryCode_WorksOnce()
    {
        var (account, _, recovery) = await EnrolledAsync();

        (await SignInAsync(account, recovery[0])).StatusCode.ShouldBe(HttpStatusCode.OK);
        await SignInAsync(account, recovery[0]).ShouldRefuseAsync(HttpStatusCode.Unauthorized, "sign_in.code_refused");
    }

    [Fact]
    public async Task Code_WithoutPasswordBefore_OrTooLate_BeginsAnew()
    {
        var (account, key, _) = await EnrolledAsync();
        var stranger = new PageClient(api.Host).Http.PostAsJsonAsync(Code, new { code = "123456" });
        await stranger.ShouldRefuseAsync(HttpStatusCode.Unauthorized, "sign_in.nothing_pending");

        var slow = new PageClient(api.Host);
        await slow.SignInAsync(account.Email, People.Password);
        api.Clock.Advance(TimeSpan.FromMinutes(6));
        var late = slow.Http.PostAsJsonAsync(Code, new { code = TimeBasedCode.At(key, api.Clock.GetUtcNow()) });
        await late.ShouldRefuseAsync(HttpStatusCode.Unauthorized, "sign_in.nothing_pending");
    }

    [Fact]
    public async Task WrongCodes_LockLikeWrongPasswords()
    {
        var (account, _, recovery) = await EnrolledAsync();
        for (var i = 0; i < Credential.TriesBeforeLock; i++)
        {
            await SignInAsync(account, "000000");
        }

        (await SignInAsync(account, recovery[0])).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task DisableTwoFactor_NeedsThePassword()
    {
        var (account, _, recovery) = await EnrolledAsync();
        var page = new PageClient(api.Host);
        await page.SignInAsync(account.Email, People.Password);
        await page.Http.PostAsJsonAsync(Code, new { code = recovery[1] });

        var wrong = page.Http.PostAsJsonAsync($"{Own}/disable", new { currentPassword = "bukan kata sandinya" });
        await wrong.ShouldRefuseAsync(HttpStatusCode.BadRequest, "password.wrong");
        var right = await page.Http.PostAsJsonAsync($"{Own}/disable", new { currentPassword = People.Password });
        right.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        var plain = await new PageClient(api.Host).SignInAsync(account.Email, People.Password);
        (await plain.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("codeRequired").GetBoolean().ShouldBeFalse();
    }

    [Fact]
    public async Task BeginTwoFactor_NeedsThePassword_SoThatABorrowedSessionEnrolsNoPhone()
    {
        var account = await api.AccountAsync();
        var page = await api.SignInAsync(account);

        var wrong = page.Http.PostAsJsonAsync(Own, new { currentPassword = "bukan kata sandinya" });

        await wrong.ShouldRefuseAsync(HttpStatusCode.BadRequest, "password.wrong");
        var keys = await api.ScalarAsync<long>(
            $"SELECT count(totp_key) FROM credentials WHERE account_id = {account.Id.Value}"
        );
        keys.ShouldBe(0);
    }

    [Fact]
    public async Task WrongPasswordsInASession_AreCounted_AndLockLikeThoseAtTheDoor()
    {
        var account = await api.AccountAsync();
        var page = await api.SignInAsync(account);
        var change = new { currentPassword = "bukan kata sandinya", password = "sapi merah minum kopi" };
        for (var i = 0; i < Credential.TriesBeforeLock; i++)
        {
            var wrong = page.Http.PutAsJsonAsync("/api/v1/account/password", change);
            await wrong.ShouldRefuseAsync(HttpStatusCode.BadRequest, "password.wrong");
        }

        var right = change with { currentPassword = People.Password };
        var response = page.Http.PutAsJsonAsync("/api/v1/account/password", right);
        await response.ShouldRefuseAsync(HttpStatusCode.TooManyRequests, "password.tries_used_up");
        var door = await new PageClient(api.Host).SignInAsync(account.Email, People.Password);
        door.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        api.Clock.Advance(Credential.LockFor);
        (await page.Http.PutAsJsonAsync("/api/v1/account/password", right)).StatusCode.ShouldBe(
            HttpStatusCode.NoContent
        );
    }

    [Fact]
    public async Task Key_IsNotReadableInTheDatabase()
    {
        var (account, key, _) = await EnrolledAsync();

        var kept = await api.ScalarAsync<byte[]>(
            $"SELECT totp_key FROM credentials WHERE account_id = {account.Id.Value}"
        );

        kept.AsSpan().IndexOf(key).ShouldBe(-1);
    }

    private async Task<(Account Account, byte[] Key, string[] Recovery)> EnrolledAsync()
    {
        var account = await api.AccountAsync();
        var page = await api.SignInAsync(account);
        var begun = await (
            await page.Http.PostAsJsonAsync(Own, new { currentPassword = People.Password })
        ).Content.ReadFromJsonAsync<JsonElement>();
        var key = FromBase32(begun.GetProperty("key").GetString()!);
        var confirmed = await page.Http.PutAsJsonAsync(
            Own,
            new { code = TimeBasedCode.At(key, api.Clock.GetUtcNow()) }
        );
        confirmed.StatusCode.ShouldBe(HttpStatusCode.OK);
        var codes = (await confirmed.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("recoveryCodes");
        return (account, key, [.. codes.EnumerateArray().Select(code => code.GetString()!)]);
    }

    private async Task<HttpResponseMessage> SignInAsync(Account account, string code)
    {
        var page = new PageClient(api.Host);
        await page.SignInAsync(account.Email, People.Password);
        return await page.Http.PostAsJsonAsync(Code, new { code });
    }

    internal static byte[] FromBase32(string text)
    {
        const string letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
        var bits = string.Concat(text.Select(letter => Convert.ToString(letters.IndexOf(letter), 2).PadLeft(5, '0')));
        return [.. Enumerable.Range(0, bits.Length / 8).Select(i => Convert.ToByte(bits.Substring(i * 8, 8), 2))];
    }
}
