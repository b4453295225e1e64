using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Pionir.Infrastructure.Persistence.Migrations;

[DbContext(typeof(PionirDbContext)), Migration("0006_idempotency")]
public sealed class Idempotency : SqlMigration;
