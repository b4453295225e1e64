using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;

namespace Pionir.Infrastructure.Persistence;

/// <summary>
/// A connection that breaks takes its transaction with it. The framework would open another one without a word and go
/// on outside any transaction: half of a change would stand and half be lost. In the middle of a change no connection
/// is opened.
/// </summary>
internal sealed class LostTransactions : DbConnectionInterceptor
{
    public override InterceptionResult ConnectionOpening(
        DbConnection connection,
        ConnectionEventData eventData,
        InterceptionResult result
    )
    {
        Check(eventData);
        return result;
    }

    public override ValueTask<InterceptionResult> ConnectionOpeningAsync(
        DbConnection connection,
        ConnectionEventData eventData,
        InterceptionResult result,
        CancellationToken cancellationToken = default
    )
    {
        Check(eventData);
        return ValueTask.FromResult(result);
    }

    private static void Check(ConnectionEventData eventData)
    {
        if (eventData.Context is PionirDbContext { IsInTheMiddle: true })
        {
            throw new NpgsqlException("The connection was lost in the middle of a change.", new IOException());
        }
    }
}
