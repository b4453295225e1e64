using System.Collections.Concurrent;
using System.Net.Http.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Pionir.Api.Logging;
using Pionir.Domain.Identity;
using Pionir.Domain.Trainings;
using Pionir.Tests.Common;

namespace Pionir.Api.Tests.Security;

/// <summary>What the console of a real installation would say, with everything on that an operator may switch on.</summary>
public sealed class OverheardApi : ApiFixture
{
    private readonly Ear ear = new();

    public string Heard => string.Join('\n', ear.Lines);

    protected override IReadOnlyDictionary<string, string> Settings =>
        new Dictionary<string, string>
        {
            ["Logging:LogLevel:Default"] = "Debug",
            ["Logging:LogLevel:Microsoft.AspNetCore"] = "Information",
            ["Logging:LogLevel:Microsoft.EntityFrameworkCore"] = "Information",
        };

    protected override void Replace(IServiceCollection services) => services.AddSingleton<ILoggerProvider>(ear);

    private sealed class Ear : ILoggerProvider, ISupportExternalScope
    {
        private readonly MaskedJsonFormatter formatter = new(TimeProvider.System);
        private IExternalScopeProvider? scopes;

        public ConcurrentQueue<string> Lines { get; } = new();

        public ILogger CreateLogger(string categoryName) => new Line(this, categoryName);

        public void SetScopeProvider(IExternalScopeProvider scopeProvider) => scopes = scopeProvider;

        public void Dispose() { }

        private sealed class Line(Ear ear, string category) : ILogger
        {
            public IDisposable? BeginScope<TState>(TState state)
                where TState : notnull => ear.scopes?.Push(state);

            public bool IsEnabled(LogLevel logLevel) => true;

            public void Log<TState>(
                LogLevel logLevel,
                EventId eventId,
                TState state,
                Exception? exception,
                Func<TState, Exception?, string> toText
            )
            {
                using var text = new StringWriter();
                ear.formatter.Write(
                    new LogEntry<TState>(logLevel, category, eventId, state, exception, toText),
                    ear.scopes,
                    text
                );
                ear.Lines.Enqueue(text.ToString());
            }
        }
    }
}

public sealed class LogTests(OverheardApi api) : IClassFixture<OverheardApi>
{
    [Fact]
    public async Task Logs_KeepNoNames_Numbers_Addresses_OrSecrets()
    {
        var (feed, link) = (OneTimeSecret.New().Text, LinkSecret.New());
        string[] personal =
        [
            "Wibisono",
            "199001012015031007",
            "wibisono@rahasia.example",
            "kata.sandi.rahasia",
            feed,
            link,
            "rahasia-klien",
        ];
        var page = new PageClient(api.Host);
        await page.SignInAsync("wibisono@rahasia.example", "kata.sandi.rahasia");
        var everything = api.Client(TestUser.Everything);
        await everything.GetAsync("/api/v1/employees?q=Wibisono");
        await everything.GetAsync("/api/v1/employees?q=199001012015031007");
        await everything.GetAsync("/api/v1/users?q=wibisono@rahasia.example");
        await everything.GetAsync($"/api/v1/calendar/feeds/{feed}.ics");
        await everything.GetAsync($"/api/v1/public/certificate-files/{feed}");
        foreach (var door in new[] { "invitations", "registrations", "personal-links" })
            await api.Client().GetAsync($"/api/v1/{door}/{link}");
        await everything.PostAsJsonAsync(
            "/api/v1/users",
            new { email = "wibisono@rahasia.example", name = "Wibisono" }
        );
        using var secret = new FormUrlEncodedContent(
            new Dictionary<string, string>
            {
                ["grant_type"] = "client_credentials",
                ["client_id"] = "x",
                ["client_secret"] = "rahasia-klien",
            }
        );
        await api.Client().PostAsync("/api/v1/oauth/token", secret);
        using var file = new MultipartFormDataContent
        {
            { new StringContent("NIP,Nama\n199001012015031007,Wibisono\n"), "file", "Wibisono.csv" },
        };
        await everything.PostAsync("/api/v1/imports?kind=employees", file);

        var heard = api.Heard;

        heard.Length.ShouldBeGreaterThan(5_000);
        heard.ShouldContain("/api/v1/employees");
        foreach (var word in personal)
        {
            heard.ShouldNotContain(word, Case.Insensitive);
        }
    }

    [Fact]
    public async Task WhoTriesWhatIsNotTheirs_IsInTheLog()
    {
        var curious = TestUser.With(Permission.TrainingsRead);

        (await api.Client(curious).GetAsync("/api/v1/users")).StatusCode.ShouldBe(System.Net.HttpStatusCode.Forbidden);

        api.Heard.ShouldContain($"ListUsers refused to {curious.UserId}");
    }

    [Theory]
    [InlineData("Mailbox of budi.s@instansi.go.id unknown", "Mailbox of [mail] unknown")]
    [InlineData("NIP 19900101 201503 1 007 unknown", "NIP [number] unknown")]
    [InlineData(
        "Host=db;Username=pionir_app;Password=s3cr3t;Port=5432",
        "Host=db;Username=pionir_app;Password=[secret];Port=5432"
    )]
    [InlineData("GET /api/v1/employees?q=Ana%20Putri&page=2 HTTP/1.1", "GET /api/v1/employees?… HTTP/1.1")]
    [InlineData(
        "/api/v1/invitations/5f1c0a7e9b3d2468ace013579bdf2468ace013579bdf24680f1e2d3c4b5a6978/answer",
        "/api/v1/invitations/[secret]/answer"
    )]
    [InlineData(
        "/api/v1/calendar/feeds/q3J8aVbX1mZ0pLrT5sYw7uNcE2dFgHkMoQiBtRvUxA4.ics",
        "/api/v1/calendar/feeds/[secret].ics"
    )]
    public void WhatIsPersonal_IsTakenOut(string line, string told) => LogMask.Of(line).ShouldBe(told);

    [Theory]
    [InlineData("Job certificates.issue 0199d9a1-7b7e-7c3e-9f64-3f1d0f0a6b11 failed at attempt 2")]
    [InlineData("TraceId 3e31bb133ca0803a85030906cc76c514 took 12.5 ms at 2026-11-22T06:00:00.0000000Z")]
    [InlineData("content e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855 is missing")]
    [InlineData(
        "at Microsoft.EntityFrameworkCore.Storage.RelationalCommand.ExecuteReaderAsync(RelationalCommandParameterObject)"
    )]
    public void WhatHelpsToFindAFault_Stays(string line) => LogMask.Of(line).ShouldBe(line);
}
