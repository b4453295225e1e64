using System.Text.Json;

namespace Pionir.Architecture.Tests;

/// <summary>The published contract, as the generators of clients read it.</summary>
public sealed class ContractTests
{
    private static readonly string[] Verbs = ["get", "put", "post", "patch", "delete"];

    [Fact]
    public void EveryAnswerWithABody_SaysItsShape_SoThatNoClientGetsVoid()
    {
        using var contract = Open();

        var shapeless =
            from operation in Operations(contract.RootElement)
            from answer in operation.GetProperty("responses").EnumerateObject()
            where answer.Name is "200" or "201"
            where
                !answer.Value.TryGetProperty("content", out var content)
                || !content.EnumerateObject().Any()
                || content.EnumerateObject().Any(kind => !kind.Value.TryGetProperty("schema", out _))
            select operation.GetProperty("operationId").GetString();

        shapeless.ShouldBeEmpty();
    }

    [Fact]
    public void Downloads_AreBinary_AndNeverTextInJson()
    {
        using var contract = Open();

        var bytes =
            from operation in Operations(contract.RootElement)
            from answer in operation.GetProperty("responses").EnumerateObject()
            where answer.Value.TryGetProperty("content", out _)
            from kind in answer.Value.GetProperty("content").EnumerateObject()
            where
                kind.Value.GetProperty("schema").TryGetProperty("format", out var format) && format.ValueEquals("byte")
            select operation.GetProperty("operationId").GetString();

        bytes.ShouldBeEmpty();
    }

    [Fact]
    public void EveryOperation_HasANameOfItsOwn_AndSaysWhatItDoes()
    {
        using var contract = Open();
        var operations = Operations(contract.RootElement).ToList();

        operations.Select(operation => operation.GetProperty("operationId").GetString()).ShouldBeUnique();
        operations.ShouldAllBe(operation => operation.GetProperty("summary").GetString() != "");
    }

    [Fact]
    public void EveryOperationThatChangesSomething_SaysWhatComesOfItOrIsRefused()
    {
        using var contract = Open();

        var silent =
            from path in contract.RootElement.GetProperty("paths").EnumerateObject()
            from member in path.Value.EnumerateObject()
            where member.Name != "get" && Verbs.Contains(member.Name)
            where !member.Value.TryGetProperty("description", out _)
            select member.Value.GetProperty("operationId").GetString();

        silent.ShouldBeEmpty();
    }

    private static IEnumerable<JsonElement> Operations(JsonElement contract) =>
        contract
            .GetProperty("paths")
            .EnumerateObject()
            .SelectMany(path => path.Value.EnumerateObject())
            .Where(member => Verbs.Contains(member.Name))
            .Select(member => member.Value);

    private static JsonDocument Open() =>
        JsonDocument.Parse(File.ReadAllText(Path.Combine(Source.Root, "src/Api/OpenApi/openapi.json")));
}
