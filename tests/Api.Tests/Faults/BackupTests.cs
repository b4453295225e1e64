using System.Diagnostics;
using System.Net;
using Pionir.Api.Tests.Trainings;
using Pionir.Tests.Common;

namespace Pionir.Api.Tests.Faults;

/// <summary>Backup and restore by the very commands of the README; what comes back is checked by the product itself.</summary>
[Collection(FilledByTheDemo.Name)]
public sealed class BackupTests(DemoFixture demo) : IAsyncLifetime
{
    private readonly string folder = Path.Combine(Path.GetTempPath(), $"pionir-backup-{Guid.NewGuid():N}");
    private TestDatabase restored = null!;

    private string Dump => Path.Combine(folder, "pionir.dump");

    private string Files => Path.Combine(folder, "elsewhere", Path.GetFileName(demo.Files));

    public async ValueTask InitializeAsync()
    {
        Directory.CreateDirectory(Path.Combine(folder, "elsewhere"));
        restored = await TestDatabase.EmptyAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await restored.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task Backup_ComesBackWhole_Starts_AndTamperingWithItIsFound()
    {
        await BackUpAsync();
        await RestoreAsync();

        (await RowsAsync(restored)).ShouldBe(await RowsAsync(demo.Database));
        var (code, told) = await VerifyAsync();
        code.ShouldBe(0, told);
        told.ShouldContain(" ledger entries: whole");
        told.ShouldContain(" certificates: whole");
        told.ShouldContain(" files: whole");
        told.ShouldNotContain("0 ledger entries");
        told.ShouldNotContain("0 files");
        await StartsAsync();

        await TamperAsync();
        (code, told) = await VerifyAsync();
        code.ShouldBe(1, told);
        told.ShouldContain("its content was changed");
        told.ShouldContain(": missing");

        await restored.DisposeAsync();
        restored = await TestDatabase.EmptyAsync();
        await RestoreAsync();
        (code, told) = await VerifyAsync();
        code.ShouldBe(0, told);
    }

    private async Task BackUpAsync()
    {
        var admin = PostgresTool.Address(demo.Database.OwnerConnection);
        await PostgresTool.RunAsync("pg_dump", "--format=custom", $"--file={Dump}", admin);
        await PostgresTool.ProgramAsync(
            "tar",
            "-C",
            Path.GetDirectoryName(demo.Files)!,
            "-cf",
            Path.Combine(folder, "files.tar"),
            Path.GetFileName(demo.Files)
        );
    }

    private async Task RestoreAsync()
    {
        var admin = PostgresTool.Address(restored.OwnerConnection);
        await PostgresTool.RunAsync("pg_restore", "--exit-on-error", "--single-transaction", $"--dbname={admin}", Dump);
        await PostgresTool.ProgramAsync(
            "tar",
            "-C",
            Path.Combine(folder, "elsewhere"),
            "-xf",
            Path.Combine(folder, "files.tar")
        );
    }

    private static Task<string> RowsAsync(TestDatabase database) =>
        database.ScalarAsync<string>(
            """
            SELECT string_agg(relname || ' '
                || (xpath('/row/n/text()', query_to_xml('SELECT count(*) AS n FROM ' || oid::regclass, false, true, '')))[1],
                E'\n' ORDER BY relname)
            FROM pg_class
            WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace AND relname NOT LIKE 'qrtz%'
            """
        );

    private async Task StartsAsync()
    {
        await using var api = await ApiProcess.StartAsync(Settings(), 0, TestContext.Current.CancellationToken);
        using var page = api.Page();

        (await page.Http.GetAsync("/health/ready")).StatusCode.ShouldBe(HttpStatusCode.OK, api.Log);
        var signIn = await page.SignInAsync("pic1@contoh.go.id", "pionir-demo-2026");
        signIn.StatusCode.ShouldBe(HttpStatusCode.OK, await signIn.Content.ReadAsStringAsync());
        (await page.Http.GetAsync("/api/v1/trainings")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    private async Task TamperAsync()
    {
        await restored.SqlAsync(
            """
            ALTER TABLE ledger_entries DISABLE TRIGGER USER;
            UPDATE ledger_entries SET jp = jp + 1 WHERE id = (SELECT id FROM ledger_entries ORDER BY id LIMIT 1);
            ALTER TABLE ledger_entries ENABLE TRIGGER USER;
            """
        );
        Directory
            .EnumerateFiles(Path.Combine(Files, "content"), "*", SearchOption.AllDirectories)
            .Take(1)
            .ToList()
            .ForEach(File.Delete);
    }

    private async Task<(int Code, string Told)> VerifyAsync()
    {
        var start = new ProcessStartInfo("dotnet", [typeof(Program).Assembly.Location, "verify"])
        {
            RedirectStandardOutput = true,
            WorkingDirectory = AppContext.BaseDirectory,
        };
        foreach (var (name, value) in Settings())
        {
            start.Environment[name.Replace(":", "__", StringComparison.Ordinal)] = value;
        }
        using var process = Process.Start(start)!;
        var told = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, told);
    }

    private Dictionary<string, string> Settings() =>
        new()
        {
            ["ConnectionStrings:Pionir"] = restored.AppConnection,
            ["ConnectionStrings:PionirOwner"] = restored.OwnerConnection,
            ["Files:Path"] = Files,
            ["PublicAddress"] = "https://pionir.contoh.go.id",
            ["Logging:Console:FormatterName"] = "simple",
        };
}
