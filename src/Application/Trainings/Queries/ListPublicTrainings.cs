using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Pionir.Application.Common.Access;
using Pionir.Application.Common.Messaging;
using Pionir.Application.Common.Persistence;
using Pionir.Application.Trainings.Participation;
using Pionir.Domain.Common;

namespace Pionir.Application.Trainings.Queries;

/// <summary>Open trainings for which people from outside may register, the next to begin first.</summary>
[Public("The page on which people from outside register.")]
public sealed record ListPublicTrainings(string? Q, PageRequest Page) : IQuery<Page<PublicTraining>>;

internal sealed class ListPublicTrainingsValidator : AbstractValidator<ListPublicTrainings>
{
    private const int TextMaximum = 200;

    public ListPublicTrainingsValidator() => RuleFor(request => request.Q).MaximumLength(TextMaximum);
}

internal sealed class ListPublicTrainingsHandler(PublicTrainings trainings, TimeProvider time)
    : IRequestHandler<ListPublicTrainings, Result<Page<PublicTraining>>>
{
    public async Task<Result<Page<PublicTraining>>> Handle(ListPublicTrainings request, CancellationToken ct)
    {
        var open = await trainings.OpenAsync(ct);
        if (request.Q?.Replace('\0', ' ').Trim().ToLowerInvariant() is { Length: > 0 } part)
            open = open.Where(training => training.Title.ToLower().Contains(part));
        var total = await open.CountAsync(ct);
        var rows = await open.OrderBy(training => training.Start)
            .ThenBy(training => training.Id)
            .Skip(request.Page.Skip)
            .Take(request.Page.Size)
            .ToListAsync(ct);
        var now = time.GetUtcNow();
        return new Page<PublicTraining>(
            rows.ConvertAll(training => PublicTraining.From(training, now)),
            total,
            request.Page.Number,
            request.Page.Size
        );
    }
}
