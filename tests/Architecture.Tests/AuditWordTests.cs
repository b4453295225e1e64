using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Pionir.Application.Auditing;
using Pionir.Application.Common.Messaging;
using Pionir.Domain.Identity;
using Pionir.Domain.LearningHours;
using Pionir.Infrastructure.Auditing;
using Pionir.Infrastructure.Persistence;

namespace Pionir.Architecture.Tests;

/// <summary>An official reads the trail in the own language: no column name and no constant of the code stands in it.</summary>
public sealed class AuditWordTests
{
    private static readonly IModel Model = new PionirDbContext(
        new DbContextOptionsBuilder<PionirDbContext>().UseNpgsql("Host=nowhere").Options
    ).Model;

    private static readonly IReadOnlyList<IReadOnlyProperty> Audited =
    [
        .. Model
            .GetEntityTypes()
            .Where(type => type.IsAudited())
            .SelectMany(Properties)
            .Where(property => !property.IsPrimaryKey() && !AuditDetails.Plumbing.Contains(property.Name)),
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
                    .Concat(Enum.GetNames<LedgerEntryKind>())
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
    public void EveryKindOfChange_HasAWord(string language) =>
        Missing(language, "values", ["Added", "Modified", "Deleted", "Noted"]).ShouldBeEmpty();

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

    /// <summary>Acts within a command that are noted by a name of their own.</summary>
    [Theory]
    [InlineData("id")]
    [InlineData("en")]
    public void EveryActOfTheLedgerAndTheDoor_HasAWord(string language) =>
        Missing(language, "useCases", ["PostJp", "ReverseJp", "SignInLocked"]).ShouldBeEmpty();

    [Theory]
    [InlineData("id")]
    [InlineData("en")]
    public void EveryScopeOfTheApi_HasAWord_AndWhatItPermitsToo(string language)
    {
        Missing($"identity/{language}", ["scope"], ApiScope.All).ShouldBeEmpty();
        Missing(
                $"identity/{language}",
                ["permission"],
                Enum.GetNames<Permission>().Select(JsonNamingPolicy.CamelCase.ConvertName)
            )
            .ShouldBeEmpty();
    }

    private static IEnumerable<IReadOnlyProperty> Properties(IReadOnlyTypeBase type) =>
        type.GetProperties()
            .Where(property => property.ClrType != typeof(JsonDocument))
            .Concat(type.GetComplexProperties().SelectMany(part => Properties(part.ComplexType)));

    private static List<string> Missing(string language, string group, IEnumerable<string> words) =>
        Missing(language, ["shell", group], words);

    /// <param name="words">Each a way into the group: <c>trainings.read</c>.</param>
    private static List<string> Missing(string file, string[] group, IEnumerable<string> words)
    {
        var path = Path.Combine(Source.Root, "client-angular", "public", "i18n", $"{file}.json");
        using var texts = JsonDocument.Parse(File.ReadAllText(path));
        return
        [
            .. words
                .Where(word => !HasText(texts.RootElement, [.. group, .. word.Split('.')]))
                .Order(StringComparer.Ordinal),
        ];
    }

    private static bool HasText(JsonElement texts, IEnumerable<string> way)
    {
        foreach (var step in way)
        {
            if (texts.ValueKind != JsonValueKind.Object || !texts.TryGetProperty(step, out texts))
                return false;
        }
        return texts.ValueKind == JsonValueKind.String;
    }
}
