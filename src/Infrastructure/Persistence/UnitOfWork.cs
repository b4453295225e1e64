using Microsoft.EntityFrameworkCore;
using Npgsql;
using Pionir.Application.Common;
using Pionir.Application.Common.Persistence;
using Pionir.Domain.Common;
using Pionir.Infrastructure.Auditing;

namespace Pionir.Infrastructure.Persistence;

internal sealed class UnitOfWork(
    PionirDbContext context,
    AuditScope auditScope,
    IEnumerable<ConstraintError> constraintErrors
) : IUnitOfWork
{
    private const int Attempts = 4;

    public async Task<TResponse> RunAsync<TResponse>(
        string action,
        string? reason,
        Func<Task<TResponse>> act,
        CancellationToken cancellationToken
    )
        where TResponse : IResult<TResponse>
    {
        if (context.Database.CurrentTransaction is not null)
        {
            return await act();
        }
        auditScope.Begin(action, reason);
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await OnceAsync(act, cancellationToken);
            }
            catch (Exception exception) when (IsLostRace(exception) && attempt < Attempts)
            {
                // PostgreSQL ended one of two transactions that waited for each other; it is safe to start over.
            }
            catch (DbUpdateConcurrencyException)
            {
                return TResponse.Failure([CommonErrors.StaleVersion]);
            }
            catch (Exception exception) when (Refusal(exception) is { } refusal)
            {
                return TResponse.Failure([refusal]);
            }
        }
    }

    private async Task<TResponse> OnceAsync<TResponse>(Func<Task<TResponse>> act, CancellationToken cancellationToken)
        where TResponse : IResult<TResponse>
    {
        // A change that fails is given up as a whole, so there is nothing to go back to in its middle. Setting save
        // points cost two round trips, and the framework swallows that a connection was lost while one was let go.
        context.Database.AutoSavepointsEnabled = false;
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        context.IsInTheMiddle = true;
        TResponse response;
        try
        {
            response = await act();
            if (!response.IsSuccess)
            {
                context.ForgetAll();
                return response;
            }
            await context.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }
        catch
        {
            context.ForgetAll();
            throw;
        }
        finally
        {
            context.IsInTheMiddle = false;
        }
        await context.RunAfterCommitAsync(cancellationToken);
        return response;
    }

    private static bool IsLostRace(Exception exception) =>
        Postgres(exception)?.SqlState is PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.SerializationFailure;

    private Error? Refusal(Exception exception)
    {
        if (IsLostRace(exception))
        {
            return CommonErrors.AtTheSameTime;
        }
        var constraint = Postgres(exception)?.ConstraintName;
        return constraint is null
            ? null
            : constraintErrors.FirstOrDefault(known => known.Constraint == constraint)?.Error;
    }

    private static PostgresException? Postgres(Exception exception) =>
        exception as PostgresException ?? exception.InnerException as PostgresException;
}
