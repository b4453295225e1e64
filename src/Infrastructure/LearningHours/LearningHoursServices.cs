using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Pionir.Application.LearningHours;
using Pionir.Application.LearningHours.Openings;
using Pionir.Application.LearningHours.Verification;
using Pionir.Application.LearningHours.Years;
using Pionir.Domain.LearningHours;
using Pionir.Infrastructure.Common;
using Pionir.Infrastructure.Persistence;

namespace Pionir.Infrastructure.LearningHours;

public sealed class LearningHoursServices : IServiceModule
{
    public static void Add(IServiceCollection services, IConfiguration configuration)
    {
        services.AddScoped<ILedger, Ledger>();
        services.AddScoped<IYearBooks, YearBooks>();
        services.AddScoped<IOpeningTables, OpeningTables>();
        services.AddSingleton<IStatementReader, StatementReader>();
        services.AddSingleton<ILedgerChains, LedgerChains>();
        services.AddSingleton<LedgerKey>();
        services.AddSingleton<LedgerSealing>();
        services.AddSingleton(new ConstraintError("ledger_checks_one_running", LedgerErrors.CheckRunning()));
        services.AddSingleton(new ConstraintError("ledger_entries_source_key", LedgerErrors.AlreadyPosted()));
        services.AddSingleton(new ConstraintError("ledger_entries_open_year", LedgerErrors.YearJustClosed()));
        services.AddSingleton(new ConstraintError("year_closings_standing", YearClosingErrors.AlreadyClosed()));
        services.AddSingleton(new ConstraintError("ledger_entries_reverses_key", LedgerErrors.AlreadyReversed()));
    }
}
