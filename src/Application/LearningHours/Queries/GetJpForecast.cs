using MediatR;
using Pionir.Application.Common.Access;
using Pionir.Application.Common.Messaging;
using Pionir.Domain.Common;
using Pionir.Domain.LearningHours;
using Pionir.Domain.Organization;

namespace Pionir.Application.LearningHours.Queries;

/// <summary>What a person's running year comes to on 31 December, and three trainings that would close the rest.</summary>
/// <param name="EmployeeId">Null is one's own.</param>
[SignedIn]
public sealed record GetJpForecast(Guid? EmployeeId) : IQuery<JpForecast>;

internal sealed class GetJpForecastHandler(Statements statements, ICurrentUser user)
    : IRequestHandler<GetJpForecast, Result<JpForecast>>
{
    public async Task<Result<JpForecast>> Handle(GetJpForecast request, CancellationToken cancellationToken)
    {
        var employee = request.EmployeeId is { } asked ? EmployeeId.From(asked) : user.EmployeeId;
        return employee is { } id ? await statements.ForecastAsync(id, cancellationToken) : LedgerErrors.NoEmployee();
    }
}
