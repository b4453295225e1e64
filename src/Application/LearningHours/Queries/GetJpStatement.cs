using FluentValidation;
using MediatR;
using Pionir.Application.Common.Access;
using Pionir.Application.Common.Messaging;
using Pionir.Domain.Common;
using Pionir.Domain.LearningHours;
using Pionir.Domain.Organization;

namespace Pionir.Application.LearningHours.Queries;

/// <summary>Lesson hours of a person and year against the target, with every entry and its calculation.</summary>
/// <param name="EmployeeId">Null is one's own.</param>
/// <param name="Year">Null is the running year.</param>
/// <param name="AsOf">As it stood at this moment; null is now.</param>
[SignedIn]
public sealed record GetJpStatement(Guid? EmployeeId, int? Year, DateTimeOffset? AsOf = null) : IQuery<JpStatement>;

internal sealed class GetJpStatementValidator : AbstractValidator<GetJpStatement>
{
    public GetJpStatementValidator() =>
        RuleFor(query => query.Year).InclusiveBetween(Statements.YearMinimum, Statements.YearMaximum);
}

internal sealed class GetJpStatementHandler(Statements statements, ICurrentUser user)
    : IRequestHandler<GetJpStatement, Result<JpStatement>>
{
    public async Task<Result<JpStatement>> Handle(GetJpStatement request, CancellationToken cancellationToken)
    {
        var employee = request.EmployeeId is { } asked ? EmployeeId.From(asked) : user.EmployeeId;
        return employee is { } id
            ? await statements.ReadAsync(id, request.Year, request.AsOf?.ToUniversalTime(), cancellationToken)
            : LedgerErrors.NoEmployee();
    }
}
