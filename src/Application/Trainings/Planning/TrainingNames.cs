using Pionir.Application.Organization;
using Pionir.Domain.Common;
using Pionir.Domain.Organization;
using Pionir.Domain.Organization.ReferenceData;

namespace Pionir.Application.Trainings.Planning;

/// <summary>Words behind codes and ids, from the cached tables, so that lists need no joins.</summary>
internal sealed class TrainingNames(UnitTree tree, ReferenceBook book)
{
    public string Unit(UnitId id) => tree.Find(id)?.Name ?? "";

    public LocalText Form(string code, DateOnly on) => book.NameOf(ReferenceKind.DevelopmentForms, code, on);

    public LocalText? WorkingGroup(string? code, DateOnly on) =>
        code is null ? null : book.NameOf(ReferenceKind.WorkingGroups, code, on);
}
