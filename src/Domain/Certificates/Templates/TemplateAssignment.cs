using Pionir.Domain.Common;
using Pionir.Domain.Organization;

namespace Pionir.Domain.Certificates.Templates;

/// <summary>Who runs a training, as far as the choice of a template asks.</summary>
public enum CertificateScheme
{
    SelfManaged,
    Contracted,
    SentOut,
}

/// <summary>
/// Says which template serves: for a kind, perhaps for one scheme only, and for a unit with everything below it or the
/// whole institution. The newest published version of the template is the one that is printed.
/// </summary>
public sealed class TemplateAssignment : AggregateRoot<TemplateAssignmentId>
{
    private TemplateAssignment() { }

    public CertificateKind Kind { get; private init; }

    /// <summary>Null: every scheme.</summary>
    public CertificateScheme? Scheme { get; private init; }

    /// <summary>Null: the whole institution.</summary>
    public UnitId? UnitId { get; private init; }

    public CertificateTemplateId TemplateId { get; private set; }
    public DateTimeOffset ChangedAt { get; private set; }

    public static TemplateAssignment Create(
        CertificateKind kind,
        CertificateScheme? scheme,
        UnitId? unit,
        CertificateTemplateId template,
        DateTimeOffset now
    ) =>
        new()
        {
            Id = TemplateAssignmentId.New(),
            Kind = kind,
            Scheme = scheme,
            UnitId = unit,
            TemplateId = template,
            ChangedAt = now,
        };

    public void Use(CertificateTemplateId template, DateTimeOffset now)
    {
        TemplateId = template;
        ChangedAt = now;
    }

    /// <summary>
    /// The assignment that holds. The nearest unit wins over those above it and over the institution; at the same unit
    /// one for the scheme wins over one for every scheme. Null: the template that ships.
    /// </summary>
    /// <param name="unitAndAbove">The unit that answers, then its parent, up to the root.</param>
    public static TemplateAssignment? Choose(
        IEnumerable<TemplateAssignment> assignments,
        CertificateKind kind,
        CertificateScheme? scheme,
        IReadOnlyList<UnitId> unitAndAbove
    ) =>
        assignments
            .Where(one => one.Kind == kind && (one.Scheme is null || one.Scheme == scheme))
            .Select(one => (Assignment: one, Distance: Distance(one.UnitId, unitAndAbove)))
            .Where(one => one.Distance is not null)
            .OrderBy(one => one.Distance)
            .ThenBy(one => one.Assignment.Scheme is null)
            .Select(one => one.Assignment)
            .FirstOrDefault();

    private static int? Distance(UnitId? unit, IReadOnlyList<UnitId> unitAndAbove)
    {
        if (unit is not { } wanted)
            return int.MaxValue;
        var at = unitAndAbove.Index().Where(step => step.Item == wanted).Select(step => (int?)step.Index);
        return at.FirstOrDefault();
    }
}
