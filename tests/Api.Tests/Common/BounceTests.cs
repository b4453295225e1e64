using System.Globalization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using Pionir.Application.Common.Mail;
using Pionir.Application.Common.Persistence;
using Pionir.Infrastructure.Mail;
using Pionir.Tests.Common;

namespace Pionir.Api.Tests.Common;

/// <summary>A mail server further on refuses what ours had taken, and sends word of it.</summary>
public sealed class BounceTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    [Fact]
    public async Task Report_AboutASentMail_IsShownWithTheServersWords_ToldToTheSender_AndDeleted()
    {
        var officer = Guid.NewGuid();
        var mail = await SentAsync("tiada@luar.example", officer);
        await using var mailbox = new BounceMailbox(
            Report(
                "failed",
                "smtp; 550 5.1.1 <tiada@luar.example>:\r\n no such user here",
                $"<{mail:N}@contoh.example>"
            ),
            Letter("Apakah jadwalnya berubah?")
        );

        await Reader(mailbox).RunAsync(CancellationToken.None);

        (await StateAsync(mail)).ShouldBe("Bounced");
        (await api.ScalarAsync<string>($"SELECT last_error FROM mail_outbox WHERE id = {mail}")).ShouldBe(
            "550 5.1.1 <tiada@luar.example>: no such user here"
        );
        (
            await api.ScalarAsync<string>(
                $"SELECT code || ' ' || (arguments->>'address') || ' ' || link FROM notifications WHERE user_id = {officer}"
            )
        ).ShouldBe("mail.bounced tiada@luar.example /trainings/x");
        mailbox.Left.ShouldHaveSingleItem().ShouldContain("jadwalnya");
    }

    [Fact]
    public async Task Report_WithoutTheMail_IsKnownByTheAddressItCameTo()
    {
        var mail = await SentAsync("penuh@luar.example", null);
        await using var mailbox = new BounceMailbox(
            Report("failed", "smtp; 552 5.2.2 mailbox full", null, $"pantul+{mail:N}@contoh.example")
        );

        await Reader(mailbox).RunAsync(CancellationToken.None);

        (await StateAsync(mail)).ShouldBe("Bounced");
        BounceAddress
            .From(Settings(mailbox, ("Address", "pantul@contoh.example"), ("Tagged", "true")), mail)
            .ShouldBe($"pantul+{mail:N}@contoh.example");
    }

    [Fact]
    public async Task Report_ThatAMailIsLate_ChangesNothing_AndGoes()
    {
        var mail = await SentAsync("lambat@luar.example", null);
        await using var mailbox = new BounceMailbox(
            Report("delayed", "smtp; 451 4.7.1 try again", $"<{mail:N}@contoh.example>")
        );

        await Reader(mailbox).RunAsync(CancellationToken.None);

        (await StateAsync(mail)).ShouldBe("Sent");
        mailbox.Left.ShouldBeEmpty();
    }

    [Fact]
    public async Task Report_ThatComesTwice_IsToldOnce_AndOneAboutNoMailOfOurs_IsLeft()
    {
        var officer = Guid.NewGuid();
        var mail = await SentAsync("dua@luar.example", officer);
        var report = Report("failed", "smtp; 550 no", $"<{mail:N}@contoh.example>");
        await using var mailbox = new BounceMailbox(
            report,
            report,
            Report("failed", "smtp; 550 no", "<abc@elsewhere.example>")
        );

        await Reader(mailbox).RunAsync(CancellationToken.None);

        (await api.ScalarAsync<long>($"SELECT count(*) FROM notifications WHERE user_id = {officer}")).ShouldBe(1);
        mailbox.Left.ShouldHaveSingleItem().ShouldContain("elsewhere");
    }

    [Fact]
    public async Task WhatIsNoReport_IsLookedAtOnce_AndStays()
    {
        await using var mailbox = new BounceMailbox(Letter("Terima kasih"), Letter("Saya cuti"));
        var reader = Reader(mailbox);

        await reader.RunAsync(CancellationToken.None);
        await reader.RunAsync(CancellationToken.None);

        mailbox.Read.ShouldBe(2);
        mailbox.Left.Count.ShouldBe(2);
    }

    [Fact]
    public async Task WithoutAMailbox_NothingIsAsked() =>
        await Reader(new ConfigurationBuilder().Build()).RunAsync(CancellationToken.None);

    [Fact]
    public async Task Mail_GoesOutWithTheReturnAddress_ItsId_AndTheCalendar()
    {
        await using var sink = new Faults.MailSink();
        var settings = new ConfigurationBuilder()
            .AddInMemoryCollection(
                new Dictionary<string, string?>
                {
                    ["Mail:Host"] = "127.0.0.1",
                    ["Mail:Port"] = sink.Port.ToString(CultureInfo.InvariantCulture),
                    ["Mail:Bounces:Address"] = "pantul@contoh.example",
                    ["Mail:Bounces:Tagged"] = "true",
                }
            )
            .Build();
        var transport = new SmtpTransport(settings, api.Host.Services.GetRequiredService<IServiceScopeFactory>());
        var mail = new ClaimedMail(
            Guid.CreateVersion7(),
            "key",
            "ana@luar.example",
            "Ana, \"S.Kom\"",
            "Undangan – pelatihan",
            "Halo\n\nhttps://pionir.example/x",
            "BEGIN:VCALENDAR",
            1
        );

        await transport.SendAsync(mail, CancellationToken.None);

        sink.MessageIds.Single().ShouldStartWith($"<{mail.Id:N}@");
        sink.Senders.Single().ShouldContain($"<pantul+{mail.Id:N}@contoh.example>");
        sink.Texts.Single().ShouldContain("jadwal.ics");
    }

    [Fact]
    public async Task ReceiverThatTheServerRefuses_IsRefusedForGood_AndOneForNow_IsNot()
    {
        (await RefusalAsync("550 no such user")).ShouldBeOfType<MailRefusedException>();
        (await RefusalAsync("450 later")).ShouldNotBeOfType<MailRefusedException>();

        async Task<Exception> RefusalAsync(string answer)
        {
            await using var sink = new Faults.MailSink { ReceiverAnswer = answer };
            var settings = new ConfigurationBuilder()
                .AddInMemoryCollection(
                    new Dictionary<string, string?>
                    {
                        ["Mail:Host"] = "127.0.0.1",
                        ["Mail:Port"] = sink.Port.ToString(CultureInfo.InvariantCulture),
                    }
                )
                .Build();
            var transport = new SmtpTransport(settings, api.Host.Services.GetRequiredService<IServiceScopeFactory>());
            var mail = new ClaimedMail(Guid.NewGuid(), "key", "ana@luar.example", "Ana", "Hal", "Isi", null, 1);
            return await Should.ThrowAsync<Exception>(() => transport.SendAsync(mail, CancellationToken.None));
        }
    }

    private async Task<Guid> SentAsync(string address, Guid? sender)
    {
        var key = Guid.NewGuid().ToString();
        await api.ScopeAsync(async services =>
        {
            services
                .GetRequiredService<IMailOutbox>()
                .Add(
                    new OutgoingMail(
                        key,
                        address,
                        "Ana",
                        "Undangan",
                        "Halo",
                        sender is { } officer ? new MailAbout(Guid.NewGuid(), "/trainings/x", officer) : null
                    )
                );
            return await services.GetRequiredService<IDatabase>().SaveChangesAsync();
        });
        await api.SqlAsync($"UPDATE mail_outbox SET state = 'Sent', sent_at = now() WHERE key = {key}");
        return await api.ScalarAsync<Guid>($"SELECT id FROM mail_outbox WHERE key = {key}");
    }

    private Task<string> StateAsync(Guid mail) =>
        api.ScalarAsync<string>($"SELECT state FROM mail_outbox WHERE id = {mail}");

    private static IConfiguration Settings(BounceMailbox mailbox, params (string Name, string Value)[] more) =>
        new ConfigurationBuilder()
            .AddInMemoryCollection(
                new Dictionary<string, string?>(
                    more.Select(one => KeyValuePair.Create($"Mail:Bounces:{one.Name}", (string?)one.Value))
                )
                {
                    ["Mail:Bounces:Host"] = "127.0.0.1",
                    ["Mail:Bounces:Port"] = mailbox.Port.ToString(CultureInfo.InvariantCulture),
                    ["Mail:Bounces:Tls"] = "false",
                    ["Mail:Bounces:User"] = "pantul",
                    ["Mail:Bounces:Password"] = "rahasia",
                }
            )
            .Build();

    private BounceReader Reader(BounceMailbox mailbox) => Reader(Settings(mailbox));

    private BounceReader Reader(IConfiguration settings) =>
        new(
            api.Host.Services.GetRequiredService<NpgsqlDataSource>(),
            settings,
            new BouncesLeft(),
            api.Clock,
            NullLogger<BounceReader>.Instance
        );

    private static string Letter(string text) =>
        $"From: ana@luar.example\r\nTo: pantul@contoh.example\r\nSubject: Tanya\r\n\r\n{text}\r\n";

    /// <summary>As Postfix and others write it; with the head of the mail that came back, or without.</summary>
    private static string Report(
        string action,
        string diagnosis,
        string? messageId,
        string to = "pantul@contoh.example"
    ) =>
        $"""
            From: MAILER-DAEMON@mx.luar.example
            To: {to}
            Subject: Undelivered Mail Returned to Sender
            MIME-Version: 1.0
            Content-Type: multipart/report; report-type=delivery-status; boundary="b1"

            --b1
            Content-Type: text/plain

            This is the mail system.

            --b1
            Content-Type: message/delivery-status

            Reporting-MTA: dns; mx.luar.example

            Final-Recipient: rfc822; tiada@luar.example
            Action: {action}
            Status: 5.1.1
            Diagnostic-Code: {diagnosis}

            --b1
            Content-Type: text/rfc822-headers

            Subject: Undangan
            {(messageId is null ? "X-None: 1" : $"Message-ID: {messageId}")}

            --b1--

            """.ReplaceLineEndings("\r\n");
}
