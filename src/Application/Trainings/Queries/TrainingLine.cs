using System.Linq.Expressions;
using Pionir.Application.Trainings.Planning;
using Pionir.Domain.Organization;
using Pionir.Domain.Trainings;

namespace Pionir.Application.Trainings.Queries;

/// <summary>A line as the database gives it; names come from the caches.</summary>
public sealed record TrainingLine(
    TrainingId Id,
    string ActivityCode,
    string Title,
    string? Batch,
    TrainingState State,
    DeliveryScheme Scheme,
    Cluster Cluster,
    string Form,
    string? WorkingGroup,
    UnitId UnitId,
    DateOnly Start,
    DateOnly End,
    string? City,
    string? Venue,
    int Quota,
    int SeatsTaken,
    int Jp,
    TrainingColour Colour
)
{
    internal static readonly Expression<Func<Training, TrainingLine>> Projection = training => new TrainingLine(
        training.Id,
        training.ActivityCode,
        training.Title,
        training.Batch,
        training.State,
        training.Scheme,
        training.Cluster,
        training.Form,
        training.WorkingGroup,
        training.UnitId,
        training.Start,
        training.End,
        training.City,
        training.Venue,
        training.Quota,
        training.SeatsTaken,
        training.Jp,
        training.Colour
    );

    internal TrainingRow ToRow(TrainingNames names) =>
        new(
            Id.Value,
            ActivityCode,
            Title,
            Batch,
            State,
            Scheme,
            Cluster,
            Form,
            names.Form(Form, Start),
            WorkingGroup,
            names.WorkingGroup(WorkingGroup, Start),
            UnitId.Value,
            names.Unit(UnitId),
            Start,
            End,
            City,
            Venue,
            Quota,
            SeatsTaken,
            Jp,
            Colour
        );
}
