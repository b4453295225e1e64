using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Pionir.Application.Common.Messaging;
using Pionir.Infrastructure.Auditing;
using Pionir.Infrastructure.Persistence;

namespace Pionir.Architecture.Tests;

/// <summary>An official reads the trail in the own language: no column name and no constant of the code stands in it.</summary>
public sealed class AuditWordTests
{
    private static readonly IModel Model = new PionirDbContext(
        new DbContextOptionsBuilder<PionirDbContext>().UseNpgsql("Host=nowhere").Options
    ).Model;

    /// <summary>What the page leaves out as well (audit-changes.ts).</summary>
    private static readonly string[] Plumbing = ["Id", "Revision", "Search", "SearchWords", "TokenHash"];

    private static readonly IReadOnlyList<IReadOnlyProperty> Audited =
    [
        .. Model
            .GetEntityTypes()
            .Where(type => type.IsAudited())
            .SelectMany(Properties)
            .Where(property => !property.IsPrimaryKey() && !Plumbing.Contains(property.Name)),
    ];

    [Theory]
    [InlineData("id")]
    [InlineData("en")]
    public void EveryAuditedType_HasAWord(string language) =>
        Missing(
                language,
                "subjects",
                Model
                    .GetEntityTypes()
                    .Where(type => type.IsAudited() && !type.IsOwned())
                    .Select(type => type.ClrType.Name)
            )
            .ShouldBeEmpty();

    [Theory]
    [InlineData("id")]
    [InlineData("en")]
    public void EveryAuditedField_HasAWord(string language) =>
        Missing(language, "fields", Audited.Select(property => property.Name)).ShouldBeEmpty();

    [Theory]
    [InlineData("id")]
    [InlineData("en")]
    public void EveryAuditedChoice_HasAWord(string language) =>
        Missing(
                language,
                "values",
                Audited
                    .Select(property => Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType)
                    .Where(type => type.IsEnum)
                    .SelectMany(Enum.GetNames)
            )
            .ShouldBeEmpty();

    [Theory]
    [InlineData("id")]
    [InlineData("en")]
    public void EveryCommand_HasAWord(string language) =>
        Missing(
                language,
                "useCases",
                typeof(ICommand<>)
                    .Assembly.GetTypes()
                    .Where(type =>
                        type.GetInterfaces()
                            .Any(face => face.IsGenericType && face.GetGenericTypeDefinition() == typeof(ICommand<>))
                        && !type.IsAbstract
                    )
                    .Select(type => type.Name)
            )
            .ShouldBeEmpty();

    private static IEnumerable<IReadOnlyProperty> Properties(IReadOnlyTypeBase type) =>
        type.GetProperties()
            .Where(property => property.ClrType != typeof(JsonDocument))
            .Concat(type.GetComplexProperties().SelectMany(part => Properties(part.ComplexType)));

    private static List<string> Missing(string language, string group, IEnumerable<string> words)
    {
        var path = Path.Combine(Source.Root, "client-angular", "public", "i18n", $"{language}.json");
        using var texts = JsonDocument.Parse(File.ReadAllText(path));
        var known = texts
            .RootElement.GetProperty("shell")
            .GetProperty(group)
            .EnumerateObject()
            .Select(text => text.Name);
        return [.. words.Except(known).Order(StringComparer.Ordinal)];
    }
}
