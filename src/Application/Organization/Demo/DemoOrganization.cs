using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Pionir.Application.Common.Demo;
using Pionir.Application.Common.Jobs;
using Pionir.Application.Common.Persistence;
using Pionir.Application.Common.Spreadsheets;
using Pionir.Application.Organization.Imports;
using Pionir.Domain.Common;
using Pionir.Domain.Organization.Employees;
using Pionir.Domain.Organization.Imports;
using Pionir.Domain.Organization.Units;

namespace Pionir.Application.Organization.Demo;

/// <summary>Units and people of the demo, brought in the way a real roster is.</summary>
internal sealed class DemoOrganization(
    IDatabase database,
    IUnitOfWork unitOfWork,
    IConfiguration configuration,
    IInstitution institution,
    IInstitutionClock clock,
    IImportTables tables,
    ImportJudge judge,
    IJobHandler<ApplyImportJob> apply,
    TimeProvider time
) : IDemoSeed
{
    private const int DefaultEmployees = 1_834;

    public int Order => 100;

    public async Task SeedAsync(CancellationToken cancellationToken)
    {
        if (await database.Set<Unit>().AnyAsync(cancellationToken))
        {
            return;
        }
        var settings = await institution.CurrentAsync(cancellationToken);
        var rules = new IdentityNumberRules(settings.IdentityKinds);
        var units = new UnitRowReader(Index(ImportColumns.Units));
        await BringInAsync(ImportKind.Units, DemoUnits.Rows(), units, cancellationToken);
        var count = configuration.GetValue("Demo:Employees", DefaultEmployees);
        var people = new EmployeeRowReader(Index(ImportColumns.Employees), rules);
        await BringInAsync(ImportKind.Employees, new DemoStaff().Rows(count), people, cancellationToken);
    }

    private async Task BringInAsync(
        ImportKind kind,
        IEnumerable<string[]> rows,
        IRowReader reader,
        CancellationToken cancellationToken
    )
    {
        var today = await clock.TodayAsync(cancellationToken);
        var file = new ImportFile($"demo-{kind.ToString().ToLowerInvariant()}", "", 0, ImportColumns.Of(kind));
        var import = Import.Create(kind, file, today, false, Actor.System, time.GetUtcNow());
        await unitOfWork.RunAsync(
            nameof(DemoOrganization),
            null,
            async () =>
            {
                database.Set<Import>().Add(import);
                await database.SaveChangesAsync(cancellationToken);
                var staged = rows.Select((cells, index) => reader.Read(new SpreadsheetRow(index + 2, cells)));
                await tables.WriteRowsAsync(import.Id, staged, cancellationToken);
                await judge.JudgeAsync(import, cancellationToken);
                import.Checked(await tables.CountAsync(import.Id, cancellationToken), time.GetUtcNow());
                return import.BeginApplying(Actor.System, workEnded: false);
            },
            cancellationToken
        );
        await apply.RunAsync(new ApplyImportJob(import.Id.Value), new Unseen(), cancellationToken);
    }

    private static Dictionary<string, int> Index(IReadOnlyList<string> columns) =>
        columns.Select((column, at) => (column, at)).ToDictionary(pair => pair.column, pair => pair.at);

    private sealed class Unseen : IJobProgress
    {
        public Guid JobId => Guid.Empty;
        public Guid RequestedBy => Guid.Empty;

        public Task ReportAsync(int done, int total, CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
