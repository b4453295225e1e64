using Pionir.Domain.Common;

namespace Pionir.Infrastructure.Persistence;

/// <summary>The refusal a user reads when two people at once break a rule that the database holds.</summary>
/// <param name="Constraint">Name of the unique, check, exclusion or foreign key constraint or unique index.</param>
public sealed record ConstraintError(string Constraint, Error Error);
