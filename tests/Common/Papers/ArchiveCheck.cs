using System.Globalization;
using System.Text;
using System.Xml.Linq;

namespace Pionir.Tests.Common.Papers;

/// <summary>
/// What ISO 19005-2 (PDF/A-2b) asks of a file, clause by clause, as far as it touches what Pionir can write; anything else
/// in a file is a complaint too. With a file attached it must say part 3 (ISO 19005-3).
/// </summary>
public static class ArchiveCheck
{
    private static readonly string[] CatalogKeys =
    [
        "Type",
        "Pages",
        "Metadata",
        "OutputIntents",
        "Lang",
        "ViewerPreferences",
        "MarkInfo",
        "StructTreeRoot",
        "AcroForm",
        "Perms",
        "AF",
        "Names",
        "Outlines",
        "PageLabels",
        "PageMode",
    ];

    /// <returns>Nothing when the file conforms.</returns>
    public static IReadOnlyList<string> Complaints(byte[] file)
    {
        StrictPdf pdf;
        try
        {
            pdf = new StrictPdf(file);
            Catalog(pdf);
            Metadata(pdf);
            Attachments(pdf);
            Colours(pdf);
            var drawn = DrawingCheck.Run(pdf);
            foreach (var (number, value) in pdf.Objects)
            {
                if (!drawn.Contains(number))
                    Object(pdf, value);
            }
            PageCheck.Run(pdf);
            SignatureFields(pdf);
        }
        catch (Exception broken) when (broken is not OutOfMemoryException)
        {
            return [$"cannot be read: {broken.Message}"];
        }
        return pdf.Complaints;
    }

    private static void Catalog(StrictPdf pdf)
    {
        foreach (var key in pdf.Catalog.Keys)
            pdf.Complain(!CatalogKeys.Contains(key), "6.1 and 6.5", $"{key} in the catalogue");
        // Files that belong to the document came with part 3.
        pdf.Complain(Part(pdf) == "2" && pdf.Catalog.ContainsKey("AF"), "6.8", "files that belong to it in part 2");
    }

    private static string Part(StrictPdf pdf) => Xmp(pdf, "part", "http://www.aiim.org/pdfa/ns/id/");

    private static string Xmp(StrictPdf pdf, string name, string space) =>
        Said(pdf, name, space) ?? throw new InvalidDataException($"The metadata do not say {name}.");

    private static string? Said(StrictPdf pdf, string name, string space)
    {
        var stream = (PdfStream)pdf.Value(pdf.Catalog["Metadata"])!;
        var text = Encoding.UTF8.GetString(stream.Raw);
        return XDocument.Parse(text).Descendants(XName.Get(name, space)).SingleOrDefault()?.Value;
    }

    private static void Metadata(StrictPdf pdf)
    {
        var stream = (PdfStream)pdf.Value(pdf.Catalog["Metadata"])!;
        pdf.Complain(stream.Dictionary.ContainsKey("Filter"), "6.6.2.1", "metadata are packed");
        pdf.Complain(stream.Dictionary.Name("Subtype") != "XML", "6.6.2.1", "metadata type");
        pdf.Complain(Part(pdf) is not ("2" or "3"), "6.6.4", "part");
        pdf.Complain(Xmp(pdf, "conformance", "http://www.aiim.org/pdfa/ns/id/") != "B", "6.6.4", "conformance");
        const string core = "http://purl.org/dc/elements/1.1/";
        var info = pdf.Dictionary(pdf.Trailer["Info"])!;
        var made = Encoding.Latin1.GetString((byte[])info["CreationDate"]!);
        foreach (
            var (said, written) in new[]
            {
                (Xmp(pdf, "title", core), Text(info["Title"])),
                (Xmp(pdf, "creator", core), Text(info["Author"])),
                (Xmp(pdf, "Producer", "http://ns.adobe.com/pdf/1.3/"), Text(info["Producer"])),
                (
                    DateTimeOffset
                        .Parse(Xmp(pdf, "CreateDate", "http://ns.adobe.com/xap/1.0/"), CultureInfo.InvariantCulture)
                        .ToString("'D:'yyyyMMddHHmmss'Z'", CultureInfo.InvariantCulture),
                    made
                ),
                (
                    Said(pdf, "description", core) ?? "",
                    info.TryGetValue("Subject", out var subject) ? Text(subject) : ""
                ),
            }
        )
        {
            pdf.Complain(said != written, "6.6.3", $"“{said}” is not “{written}”");
        }
        pdf.Complain(!pdf.Catalog.ContainsKey("Lang"), "6.7.4", "language");
    }

    private static string Text(object? value)
    {
        var bytes = (byte[])value!;
        return bytes.AsSpan().StartsWith(new byte[] { 0xFE, 0xFF })
            ? Encoding.BigEndianUnicode.GetString(bytes.AsSpan(2))
            : Encoding.Latin1.GetString(bytes);
    }

    private static void Colours(StrictPdf pdf)
    {
        var intents = pdf.List(pdf.Catalog["OutputIntents"]).Select(pdf.Dictionary).ToList();
        pdf.Complain(intents.Count(intent => intent!.Name("S") == "GTS_PDFA1") != 1, "6.2.3", "output intent");
        var profile = (PdfStream)pdf.Value(intents[0]!["DestOutputProfile"])!;
        var data = profile.Data();
        var size = (data[0] << 24) | (data[1] << 16) | (data[2] << 8) | data[3];
        pdf.Complain(size != data.Length, "6.2.3", "size of the profile");
        pdf.Complain(data[8] > 4 || Encoding.ASCII.GetString(data, 12, 8) != "mntrRGB ", "6.2.3", "kind of profile");
        pdf.Complain(Encoding.ASCII.GetString(data, 36, 4) != "acsp", "6.2.3", "signature of the profile");
        pdf.Complain(profile.Dictionary["N"] is not 3L, "6.2.3", "number of colours");
    }

    private static void Object(StrictPdf pdf, object? value)
    {
        var dictionary = pdf.Dictionary(value);
        if (dictionary is null)
            return;
        foreach (
            var key in new[] { "OPI", "Ref", "PS", "Alternates", "AA", "OpenAction", "XFA", "JS", "OC", "EmbeddedFDFs" }
        )
        {
            pdf.Complain(dictionary.ContainsKey(key), "6.2.8, 6.2.9, 6.4 to 6.6", key);
        }
        pdf.Complain(dictionary.Name("S") is "JavaScript" or "Launch" or "Sound" or "Movie", "6.5.1", "action");
        switch (dictionary.Name("Subtype"))
        {
            case "Image":
                pdf.Complain(dictionary.GetValueOrDefault("Interpolate") is true, "6.2.8", "interpolation");
                var colours = dictionary.Name("ColorSpace");
                pdf.Complain(colours is not (null or "DeviceRGB" or "DeviceGray"), "6.2.4.3", $"colours {colours}");
                break;
            case "Widget":
                Widget(pdf, dictionary);
                break;
            case "Type0":
                FontCheck.Run(pdf, dictionary);
                break;
            case "TrueType" or "Type1" or "Type3" or "MMType1":
                pdf.Complain(true, "6.2.11", "simple font");
                break;
        }
    }

    /// <summary>ISO 19005-3, 6.8: each file is described, belongs to something, and is found by readers.</summary>
    private static void Attachments(StrictPdf pdf)
    {
        var all = pdf.Objects.Where(one => pdf.Dictionary(one.Value)?.ContainsKey("EF") == true).ToList();
        var belonging = pdf.List(pdf.Catalog.GetValueOrDefault("AF")).OfType<PdfReference>().ToList();
        var names = pdf.Dictionary(pdf.Dictionary(pdf.Catalog.GetValueOrDefault("Names"))?["EmbeddedFiles"]);
        var listed = pdf.List(names?.GetValueOrDefault("Names")).OfType<PdfReference>().ToList();
        pdf.Complain(all.Count > 0 && Part(pdf) != "3", "6.8", "attachment in part 2");
        pdf.Complain(all.Count == 0 && Part(pdf) == "3", "6.8", "part 3 without an attachment");
        foreach (var (number, value) in all)
        {
            var file = pdf.Dictionary(value)!;
            pdf.Complain(file.Name("Type") != "Filespec", "19005-3, 6.8", "kind of a file specification");
            foreach (var key in new[] { "F", "UF", "Desc", "AFRelationship" })
                pdf.Complain(!file.ContainsKey(key), "19005-3, 6.8", $"attachment without {key}");
            pdf.Complain(
                file.Name("AFRelationship") is not ("Source" or "Data" or "Alternative" or "Supplement"),
                "19005-3, 6.8",
                "relationship"
            );
            pdf.Complain(!belonging.Contains(new PdfReference(number)), "19005-3, 6.8", "belongs to nothing");
            pdf.Complain(!listed.Contains(new PdfReference(number)), "32000-1, 7.11.4", "not in the list of files");
            var content = (PdfStream)pdf.Value(pdf.Dictionary(file["EF"])!["F"])!;
            pdf.Complain(content.Dictionary.Name("Type") != "EmbeddedFile", "32000-1, 7.11.4", "embedded file");
            pdf.Complain(
                content.Dictionary.Name("Subtype")?.Contains("#2F", StringComparison.Ordinal) != true,
                "19005-3, 6.8",
                "MIME type"
            );
            var about = pdf.Dictionary(content.Dictionary["Params"])!;
            pdf.Complain(!about.ContainsKey("ModDate"), "19005-3, 6.8", "date of the file");
            pdf.Complain(about["Size"] is not long size || size != content.Data().Length, "7.11.4", "size of the file");
        }
    }

    private static void Widget(StrictPdf pdf, PdfDictionary widget)
    {
        var box = pdf.List(widget["Rect"]);
        var visible = !Equals(box[0], box[2]) || !Equals(box[1], box[3]);
        pdf.Complain(visible && !widget.ContainsKey("AP"), "6.3.3", "no appearance");
        pdf.Complain(widget.ContainsKey("A"), "6.4.1", "action of a field");
        // Printed, neither hidden nor invisible nor kept from view.
        pdf.Complain(
            widget.GetValueOrDefault("F") is not long flags || (flags & 4) == 0 || (flags & 0b100011) != 0,
            "6.3.2",
            "flags"
        );
    }

    private static void SignatureFields(StrictPdf pdf)
    {
        if (pdf.Dictionary(pdf.Catalog.GetValueOrDefault("AcroForm")) is not { } form)
            return;
        pdf.Complain(form.GetValueOrDefault("NeedAppearances") is true, "6.4.1", "appearances");
        foreach (var field in pdf.List(form["Fields"]).Select(pdf.Dictionary))
        {
            var signature = pdf.Dictionary(field!["V"])!;
            var range = pdf.List(signature["ByteRange"]).Cast<long>().ToList();
            pdf.Complain(range[0] != 0 || range[2] + range[3] != pdf.Bytes.Length, "6.4.3", "range of the signature");
            pdf.Complain(pdf.Bytes[(int)range[1]] != '<' || pdf.Bytes[(int)range[2] - 1] != '>', "6.4.3", "hole");
            pdf.Complain(
                signature.Name("SubFilter") != "ETSI.CAdES.detached",
                "EN 319 142-1, 6.3",
                "kind of signature"
            );
            pdf.Complain(!signature.ContainsKey("M") || signature.ContainsKey("Cert"), "EN 319 142-1, 6.3", "entries");
        }
        foreach (var key in pdf.Dictionary(pdf.Catalog.GetValueOrDefault("Perms"))?.Keys ?? Enumerable.Empty<string>())
            pdf.Complain(key is not ("DocMDP" or "UR3"), "6.1.12", $"permission {key}");
    }
}
