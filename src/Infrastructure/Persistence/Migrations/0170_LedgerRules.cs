using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Pionir.Infrastructure.Persistence.Migrations;

[DbContext(typeof(PionirDbContext)), Migration("0170_ledger_rules")]
public sealed class LedgerRules : SqlMigration;
