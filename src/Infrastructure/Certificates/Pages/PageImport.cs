using PdfSharp;
using PdfSharp.Pdf;
using PdfSharp.Pdf.IO;
using Pionir.Application.Certificates.Templates;
using Pionir.Domain.Certificates.Templates;
using Pionir.Domain.Common;
using Pionir.Infrastructure.Certificates.Designs;
using Pionir.Infrastructure.Files;
using Pionir.Infrastructure.Printing;

namespace Pionir.Infrastructure.Certificates.Pages;

/// <summary>
/// Takes one page out of a stranger's PDF, as a drawing that papers can carry and stay archivable (ISO 19005-2). What the
/// page says is copied piece by piece, only what is known; whatever else the file holds stays behind. The result is a PDF
/// of our own writing (<see cref="StoredPage"/>), so that what is printed never depends on how another library reads.
/// </summary>
internal static class PageImport
{
    private static readonly Lock Licensing = new();

    /// <param name="number">From 1; null takes the only page.</param>
    public static Result<PagePicture> Read(byte[] file, int? number)
    {
        if (PdfContent.Inspect(new MemoryStream(file)).Defect == Defect.Encrypted)
            return CertificatePictureErrors.PageLocked();
        try
        {
            lock (Licensing)
                PdfSharpLicense.SetAgplLicense();
            using var document = PdfReader.Open(new MemoryStream(file), PdfDocumentOpenMode.Import);
            return Read(document, number);
        }
        catch (PageRefused refused)
        {
            return refused.Error;
        }
        // The library meets what nobody foresaw; whatever it throws, the file is the cause.
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            return CertificatePictureErrors.PageUnreadable(exception.GetType().Name);
        }
    }

    private static Result<PagePicture> Read(PdfDocument document, int? number)
    {
        if (number is null && document.PageCount > 1)
            return CertificatePictureErrors.PageNeeded(document.PageCount);
        if (number is < 1 || (number ?? 1) > document.PageCount)
            return CertificatePictureErrors.PageMissing(document.PageCount);
        var page = document.Pages[(number ?? 1) - 1];
        PageWhole.Check(document, page);
        var box = PageBox.Of(page);
        // Which colours are used is known when all is copied; the second time those of print are given a meaning.
        var trial = new PageCopier(new PdfFile(), cmyk: false);
        trial.Form(page, box);
        var target = new PdfFile(tight: true);
        var form = new PageCopier(target, trial.UsesCmyk).Form(page, box);
        return new PagePicture(
            StoredPage.Close(target, form, box.Width, box.Height),
            (int)Math.Round(box.Width / DesignPlan.Point),
            (int)Math.Round(box.Height / DesignPlan.Point)
        );
    }
}
