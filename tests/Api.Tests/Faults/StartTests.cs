using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting.Internal;
using Pionir.Infrastructure.Common;
using Pionir.Tests.Common;

namespace Pionir.Api.Tests.Faults;

/// <summary>An installation that would be unsafe does not start, and tells its operator what to do.</summary>
public sealed class StartTests(ApiFixture bed) : IClassFixture<ApiFixture>
{
    [Theory]
    [InlineData("")]
    [InlineData("pionir.instansi.go.id")]
    [InlineData("https://pionir.instansi.go.id/sub")]
    public async Task WithoutAPublicAddress_NothingStarts(string address)
    {
        var refused = await RefusedAsync(bed.Database, "Production", address);

        refused.ShouldContain("PublicAddress=https://");
    }

    [Fact]
    public async Task DemoData_IsServedByTheDemoOnly()
    {
        await using var database = await TestDatabase.CreateAsync();
        await database.SqlAsync("INSERT INTO demo_marks DEFAULT VALUES");

        var refused = await RefusedAsync(database, "Production", "https://pionir.instansi.go.id");

        refused.ShouldContain("holds demo data");
        refused.ShouldContain("ConnectionStrings__Pionir");
    }

    [Fact]
    public async Task ARealInstallation_IsNeverMadeADemo()
    {
        await using var database = await TestDatabase.CreateAsync();
        await database.SqlAsync(
            "INSERT INTO accounts (id, email, name, status, created_at) "
                + "VALUES (gen_random_uuid(), 'admin@instansi.go.id', 'Admin', 'Active', now())"
        );

        var refused = await RefusedAsync(database, "Demo", "");

        refused.ShouldContain("holds a real installation");
        (await database.ScalarAsync<long>("SELECT count(*) FROM accounts")).ShouldBe(1);
    }

    [Theory]
    [InlineData("ConnectionStrings:Pionir", "Host=db.instansi.go.id;Database=pionir;Username=pionir_app", "SSL Mode")]
    [InlineData("ConnectionStrings:PionirOwner", "Host=db,10.0.0.7:5433;SSL Mode=Prefer;Database=pionir", "SSL Mode")]
    [InlineData("Mail:Host", "mail.instansi.go.id", "Mail__Tls=true")]
    public async Task ConnectionsThatLeaveTheMachineInClear_AreRefused(string setting, string value, string advice)
    {
        var refused = await RefusedAsync(bed.Database, "Production", "https://pionir.instansi.go.id", (setting, value));

        refused.ShouldContain(advice);
        refused.ShouldContain("PlainConnections=true");
    }

    [Fact]
    public void ConnectionsOnTheMachine_EncryptedOnes_AndThoseTheOperatorAllows_AreFine()
    {
        Missing(("ConnectionStrings:Pionir", "Host=127.0.0.1;Database=pionir")).ShouldBeNull();
        Missing(("ConnectionStrings:Pionir", "Host=/var/run/postgresql;Database=pionir")).ShouldBeNull();
        Missing(("ConnectionStrings:Pionir", "Host=db;SSL Mode=VerifyFull;Database=pionir")).ShouldBeNull();
        Missing(("Mail:Host", "mail.instansi.go.id"), ("Mail:Tls", "true")).ShouldBeNull();
        Missing(("Mail:Host", "mail.instansi.go.id"), ("PlainConnections", "true")).ShouldBeNull();
        Missing(("Mail:Bounces:Host", "mail"), ("Mail:Bounces:Tls", "false")).ShouldNotBeNull();

        static string? Missing(params (string Name, string Value)[] settings) =>
            PlainConnections.Missing(
                new ConfigurationBuilder()
                    .AddInMemoryCollection(settings.ToDictionary(one => one.Name, one => (string?)one.Value))
                    .Build(),
                new HostingEnvironment { EnvironmentName = "Production" }
            );
    }

    private static async Task<string> RefusedAsync(
        TestDatabase database,
        string environment,
        string address,
        params (string Name, string Value)[] more
    )
    {
        var settings = new Dictionary<string, string>
        {
            ["ASPNETCORE_ENVIRONMENT"] = environment,
            ["ConnectionStrings:Pionir"] = database.AppConnection,
            ["ConnectionStrings:PionirOwner"] = database.OwnerConnection,
            ["PublicAddress"] = address,
        };
        foreach (var (name, value) in more)
        {
            settings[name] = value;
        }
        var refused = await Should.ThrowAsync<InvalidOperationException>(() =>
            ApiProcess.StartAsync(settings, 0, TestContext.Current.CancellationToken)
        );
        return refused.Message;
    }
}
