using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Pionir.Infrastructure.Auditing;

public static class AuditAnnotations
{
    private const string NotAuditedName = "Pionir:NotAudited";
    private const string SecretName = "Pionir:Secret";

    /// <summary>For tables that are themselves a record of what happened, or plain plumbing.</summary>
    public static EntityTypeBuilder<T> NotAudited<T>(this EntityTypeBuilder<T> builder)
        where T : class
    {
        builder.Metadata.SetAnnotation(NotAuditedName, true);
        return builder;
    }

    /// <summary>The trail says that it changed, never what it was.</summary>
    public static PropertyBuilder<T> Secret<T>(this PropertyBuilder<T> builder)
    {
        builder.Metadata.SetAnnotation(SecretName, true);
        return builder;
    }

    public static bool IsAudited(this IEntityType type) => type.FindAnnotation(NotAuditedName) is null;

    public static bool IsSecret(this IProperty property) => property.FindAnnotation(SecretName) is not null;
}
