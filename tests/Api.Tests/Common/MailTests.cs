using System.Net;
using System.Net.Http.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using Pionir.Application.Common.Mail;
using Pionir.Application.Common.Persistence;
using Pionir.Infrastructure.Mail;
using Pionir.Tests.Common;

namespace Pionir.Api.Tests.Common;

public sealed class MailTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    [Fact]
    public async Task Mail_IsSentAfterTheCommit_AndItsTextIsForgotten()
    {
        await QueueAsync("one", "ana@contoh.example");

        await DeliverAsync();

        var mails = await api.Client()
            .GetFromJsonAsync<Page<DemoMailRow>>("/api/v1/demo/mails?address=ana@", ApiFixture.Json);
        mails!.Items.Single().Link.ShouldBe("https://pionir.example/x");
        (await api.ScalarAsync<string>($"SELECT text FROM mail_outbox WHERE key = 'one'")).ShouldBe("");
    }

    [Fact]
    public async Task SameKey_IsRefused()
    {
        await QueueAsync("twice", "b@contoh.example");
        await Should.ThrowAsync<DbUpdateException>(() => QueueAsync("twice", "b@contoh.example"));
    }

    [Fact]
    public async Task ManySenders_SendEachMailOnce()
    {
        for (var i = 0; i < 120; i++)
        {
            await QueueAsync($"many-{i}", "many@contoh.example");
        }

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => DeliverAsync()));

        (
            await api.ScalarAsync<long>($"SELECT count(*) FROM demo_mails WHERE to_address = 'many@contoh.example'")
        ).ShouldBe(120);
        (await api.ScalarAsync<int>($"SELECT max(attempts) FROM mail_outbox WHERE key LIKE 'many-%'")).ShouldBe(1);
    }

    [Fact]
    public async Task MailServerThatIsDown_IsTriedAgainLater()
    {
        await QueueAsync("down", "down@contoh.example");
        var down = Sender(_ => throw new InvalidOperationException("mail server is down"));

        await down.RunAsync(CancellationToken.None);
        await down.RunAsync(CancellationToken.None);

        (await api.ScalarAsync<int>($"SELECT attempts FROM mail_outbox WHERE key = 'down'")).ShouldBe(1);
        api.Clock.Advance(TimeSpan.FromMinutes(2));
        await DeliverAsync();
        (await api.ScalarAsync<string>($"SELECT state FROM mail_outbox WHERE key = 'down'")).ShouldBe("Sent");
    }

    [Fact]
    public async Task RefusedAddress_IsNotTriedAgain_AndTheSenderIsTold()
    {
        var officer = Guid.NewGuid();
        await DeliverAsync();
        await QueueAsync("bounced", "tiada@contoh.example", new MailAbout(Guid.NewGuid(), "/trainings/x", officer));
        var refusing = Sender(_ => throw new MailRefusedException("550 no such user", new InvalidOperationException()));

        await refusing.RunAsync(CancellationToken.None);
        api.Clock.Advance(TimeSpan.FromDays(1));
        await refusing.RunAsync(CancellationToken.None);

        (await api.ScalarAsync<string>($"SELECT state FROM mail_outbox WHERE key = 'bounced'")).ShouldBe("Bounced");
        (await api.ScalarAsync<int>($"SELECT attempts FROM mail_outbox WHERE key = 'bounced'")).ShouldBe(1);
        (
            await api.ScalarAsync<string>(
                $"SELECT code || ' ' || (arguments->>'address') || ' ' || link FROM notifications WHERE user_id = {officer}"
            )
        ).ShouldBe("mail.bounced tiada@contoh.example /trainings/x");
    }

    [Fact]
    public async Task SenderThatTookTooLong_LeavesTheRestToWhoHasItNow()
    {
        await DeliverAsync();
        for (var i = 0; i < 3; i++)
        {
            await QueueAsync($"slow-{i}", "slow@contoh.example");
        }
        var sent = new List<Guid>();
        var slow = Sender(async mail =>
        {
            sent.Add(mail.Id);
            // While it talked to the server its claim ran out, and another sender took what was left.
            await api.SqlAsync(
                $"UPDATE mail_outbox SET attempts = attempts + 1 WHERE to_address = 'slow@contoh.example' AND id <> {mail.Id}"
            );
        });

        await slow.RunAsync(CancellationToken.None);

        sent.Count.ShouldBe(1);
        (
            await api.ScalarAsync<long>(
                $"SELECT count(*) FROM mail_outbox WHERE to_address = 'slow@contoh.example' AND state = 'Sending'"
            )
        ).ShouldBe(2);
    }

    [Fact]
    public void Html_NeverInterpretsTheText() =>
        MailHtml.From("Halo <b>Budi</b>\n\nhttps://pionir.example/a?b=1").ShouldNotContain("<b>");

    [Fact]
    public async Task DemoMails_AreReadableOnlyWhereTheBoxExists() =>
        (await api.Client().GetAsync("/api/v1/demo/mails")).StatusCode.ShouldBe(HttpStatusCode.OK);

    private Task<int> QueueAsync(string key, string address, MailAbout? about = null) =>
        api.ScopeAsync(async services =>
        {
            services
                .GetRequiredService<IMailOutbox>()
                .Add(
                    new OutgoingMail(
                        key,
                        address,
                        "Ana\r\nBcc: x@y",
                        "Undangan",
                        "Halo\n\nhttps://pionir.example/x",
                        about
                    )
                );
            return await services.GetRequiredService<IDatabase>().SaveChangesAsync();
        });

    private Task<bool> DeliverAsync() =>
        api.ScopeAsync(async services =>
        {
            await services.GetRequiredService<MailSender>().RunAsync(CancellationToken.None);
            return true;
        });

    private MailSender Sender(Func<ClaimedMail, Task> send) =>
        new(
            api.Host.Services.GetRequiredService<NpgsqlDataSource>(),
            new Transport(send),
            api.Host.Services.GetRequiredService<IConfiguration>(),
            api.Clock,
            NullLogger<MailSender>.Instance
        );

    private sealed class Transport(Func<ClaimedMail, Task> send) : IMailTransport
    {
        public bool IsReady => true;

        public Task SendAsync(ClaimedMail mail, CancellationToken cancellationToken) => send(mail);
    }
}
