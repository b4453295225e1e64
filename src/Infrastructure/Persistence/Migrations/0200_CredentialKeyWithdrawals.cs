using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Pionir.Infrastructure.Persistence.Migrations;

[DbContext(typeof(PionirDbContext)), Migration("0200_credential_key_withdrawals")]
public sealed class CredentialKeyWithdrawals : SqlMigration;
