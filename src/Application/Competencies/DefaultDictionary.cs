namespace Pionir.Application.Competencies;

/// <summary>The dictionary that ships with the product, in its own wording: demo data, and the example of the file.</summary>
public static class DefaultDictionary
{
    public const string Code = "kamus-contoh";

    public static Stream Open() =>
        typeof(DefaultDictionary).Assembly.GetManifestResourceStream("default-dictionary.json")!;
}
