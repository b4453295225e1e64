using PdfSharp.Pdf;
using PdfSharp.Pdf.Advanced;
using Pionir.Domain.Certificates.Templates;

namespace Pionir.Infrastructure.Certificates.Pages;

/// <summary>What is refused of the file as a whole, because the page would not look, or not be, what its maker saw.</summary>
internal static class PageWhole
{
    private const int DepthMaximum = 12;
    private static readonly string[] Acting =
    [
        "/JavaScript",
        "/Launch",
        "/SubmitForm",
        "/ImportData",
        "/Movie",
        "/Sound",
        "/Rendition",
    ];

    public static void Check(PdfDocument document, PdfPage page)
    {
        foreach (var one in document.Internals.GetAllObjects())
            Inspect(one, 0);
        Layers(document.Internals.Catalog);
        Annotations(page);
    }

    public static PdfItem? Direct(PdfItem? item) => item is PdfReference reference ? reference.Value : item;

    public static string? Name(PdfDictionary dictionary, string key) => NameOf(dictionary.Elements[key]);

    public static string? NameOf(PdfItem? item) =>
        Direct(item) switch
        {
            PdfName name => name.Value,
            PdfNameObject name => name.Value,
            _ => null,
        };

    private static void Inspect(PdfItem? item, int depth)
    {
        if (depth > DepthMaximum)
            return;
        switch (item)
        {
            case PdfDictionary dictionary:
                if (dictionary.Elements.ContainsKey("/JS") || Acting.Contains(Name(dictionary, "/S")))
                    throw new PageRefused(CertificatePictureErrors.PageActive());
                foreach (var inner in dictionary.Elements.Values)
                    Inspect(inner, depth + 1);
                break;
            case PdfArray array:
                foreach (var inner in array.Elements)
                    Inspect(inner, depth + 1);
                break;
        }
    }

    /// <summary>A layer that is hidden would come to light.</summary>
    private static void Layers(PdfDictionary catalog)
    {
        if (Direct(catalog.Elements["/OCProperties"]) is not PdfDictionary layers)
            return;
        if (Direct(layers.Elements["/D"]) is not PdfDictionary shown)
            return;
        var hidden = Direct(shown.Elements["/OFF"]) is PdfArray { Elements.Count: > 0 };
        if (hidden || Name(shown, "/BaseState") == "/OFF")
            throw new PageRefused(CertificatePictureErrors.PageLayers());
    }

    /// <summary>Form fields, stamps and notes lie above the page and would be missing; links show nothing.</summary>
    private static void Annotations(PdfPage page)
    {
        if (Direct(page.Elements["/Annots"]) is not PdfArray notes)
            return;
        foreach (var note in notes.Elements)
        {
            if (Direct(note) is PdfDictionary one && Name(one, "/Subtype") is not ("/Link" or "/Popup" or null))
                throw new PageRefused(CertificatePictureErrors.PageAnnotated());
        }
    }
}
