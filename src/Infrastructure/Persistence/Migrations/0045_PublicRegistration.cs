using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Pionir.Infrastructure.Persistence.Migrations;

[DbContext(typeof(PionirDbContext)), Migration("0045_public_registration")]
public sealed class PublicRegistration : SqlMigration;
