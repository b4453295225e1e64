using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Pionir.Infrastructure.Persistence.Migrations;

[DbContext(typeof(PionirDbContext)), Migration("0222_second_step")]
public sealed class SecondStep : SqlMigration;
