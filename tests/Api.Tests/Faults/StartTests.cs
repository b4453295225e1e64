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

    private static async Task<string> RefusedAsync(TestDatabase database, string environment, string address)
    {
        var settings = new Dictionary<string, string>
        {
            ["ASPNETCORE_ENVIRONMENT"] = environment,
            ["ConnectionStrings:Pionir"] = database.AppConnection,
            ["ConnectionStrings:PionirOwner"] = database.OwnerConnection,
            ["PublicAddress"] = address,
        };
        var refused = await Should.ThrowAsync<InvalidOperationException>(() =>
            ApiProcess.StartAsync(settings, 0, TestContext.Current.CancellationToken)
        );
        return refused.Message;
    }
}
