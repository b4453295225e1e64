using FluentValidation;
using MediatR;
using Pionir.Application.Common.Access;
using Pionir.Application.Common.Messaging;
using Pionir.Application.LearningHours.Years;
using Pionir.Domain.Common;
using Pionir.Domain.Identity;

namespace Pionir.Application.LearningHours.Queries;

/// <summary>What closing a year would freeze now, and what is still open in it.</summary>
[Requires(Permission.JpYearClose)]
public sealed record GetJpYearPreview(int Year) : IQuery<JpYearPreview>;

/// <param name="People">Who was in service at some time of the year, or has hours in it.</param>
/// <param name="Owing">Of these, those who owe a minimum.</param>
/// <param name="Met">Of these, those who have reached it.</param>
/// <param name="Jp">All hours of the year.</param>
/// <param name="OpenTrainings">Trainings that end in the year and are not completed: their hours could not be posted any more.</param>
/// <param name="Trainings">The first of them.</param>
/// <param name="WithoutCertificate">People who passed a training of the year and have no certificate yet; they can be issued later.</param>
public sealed record JpYearPreview(
    int Year,
    int People,
    int Owing,
    int Met,
    long Jp,
    int OpenTrainings,
    IReadOnlyList<OpenYearTraining> Trainings,
    int WithoutCertificate
);

internal sealed class GetJpYearPreviewValidator : AbstractValidator<GetJpYearPreview>
{
    public GetJpYearPreviewValidator() =>
        RuleFor(query => query.Year).InclusiveBetween(Statements.YearMinimum, Statements.YearMaximum);
}

internal sealed class GetJpYearPreviewHandler(IYearBooks books, YearTargetsReader targets)
    : IRequestHandler<GetJpYearPreview, Result<JpYearPreview>>
{
    public async Task<Result<JpYearPreview>> Handle(GetJpYearPreview request, CancellationToken cancellationToken)
    {
        var judged = await targets.ReadAsync(request.Year, cancellationToken);
        var figures = await books.CountAsync(request.Year, judged, cancellationToken);
        var open = await books.OpenWorkAsync(request.Year, cancellationToken);
        return new JpYearPreview(
            request.Year,
            figures.People,
            figures.Owing,
            figures.Met,
            figures.Jp,
            open.Trainings,
            open.First,
            open.WithoutCertificate
        );
    }
}
