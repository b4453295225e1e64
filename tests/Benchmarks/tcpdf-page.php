<?php
// The certificate of the benchmark as TCPDF makes it: the same two pages, fonts, words, lines and QR code.
// php tcpdf-page.php COUNT FONTS WORK CERTIFICATE|- OUT
[, $count, $fonts, $work, $certificate, $out] = $argv;
define('K_TCPDF_EXTERNAL_CONFIG', true);
define('K_PATH_FONTS', "$work/");
define('K_PATH_CACHE', "$work/");
require 'tcpdf/tcpdf.php';
// TCPDF looks for this one before any other is chosen.
copy('/usr/share/php/tcpdf/fonts/helvetica.php', "$work/helvetica.php");

$garamond = TCPDF_FONTS::addTTFfont("$fonts/EBGaramond12-Regular.ttf", 'TrueTypeUnicode', '', 32, "$work/");
$italic = TCPDF_FONTS::addTTFfont("$fonts/EBGaramond12-Italic.ttf", 'TrueTypeUnicode', '', 32, "$work/");
$bold = TCPDF_FONTS::addTTFfont("$fonts/EBGaramond12-Bold.ttf", 'TrueTypeUnicode', '', 32, "$work/");
$sans = TCPDF_FONTS::addTTFfont("$fonts/NotoSans-Regular.ttf", 'TrueTypeUnicode', '', 32, "$work/");

const NAVY = [23, 50, 77];
const GOLD = [176, 141, 60];
const PALE = [240, 233, 216];
const GREY = [85, 96, 108];

function frame(TCPDF $pdf): void
{
    foreach ([[20, 2.2, NAVY], [26, 0.8, GOLD], [30, 0.35, GOLD]] as [$inset, $width, $colour]) {
        $pdf->SetLineStyle(['width' => $width, 'color' => $colour]);
        $pdf->Rect($inset, $inset, 841.89 - 2 * $inset, 595.28 - 2 * $inset);
    }
    foreach ([30, 811.89] as $x) {
        foreach ([30, 565.28] as $y) {
            $pdf->Rect($x - 13, $y - 13, 26, 26, 'DF', [], [255, 255, 255]);
            foreach ([45, 135, 225, 315] as $angle) {
                $pdf->Ellipse($x + 5 * cos(deg2rad($angle)), $y + 5 * sin(deg2rad($angle)), 4.5, 2, -$angle, 0, 360, 'F', [], GOLD);
            }
            $pdf->Circle($x, $y, 1.3, 0, 360, 'F', [], NAVY);
        }
    }
}

function guilloche(TCPDF $pdf): void
{
    $pdf->SetLineStyle(['width' => 0.5, 'color' => PALE]);
    for ($wave = 0; $wave < 4; $wave++) {
        $ring = [];
        for ($at = 0; $at < 192; $at++) {
            $angle = 2 * M_PI * $at / 192;
            $reach = 222 * (0.82 + 0.18 * cos(12 * $angle + $wave * M_PI / 2));
            array_push($ring, 420.9 + $reach * cos($angle), 303.6 + $reach * sin($angle));
        }
        $pdf->Polygon($ring);
    }
}

function line(TCPDF $pdf, string $font, float $size, array $colour, float $y, string $words, float $x = 20, float $width = 801.89, string $align = 'C'): void
{
    $pdf->SetFont($font, '', $size);
    $pdf->SetTextColorArray($colour);
    $pdf->SetXY($x, $y - $size);
    $pdf->Cell($width, $size, $words, 0, 0, $align);
}

function paper(int $number): string
{
    global $garamond, $italic, $bold, $sans, $certificate;
    $pdf = new TCPDF('L', 'pt', 'A4', true, 'UTF-8', false);
    $pdf->setPrintHeader(false);
    $pdf->setPrintFooter(false);
    $pdf->SetMargins(0, 0);
    $pdf->SetAutoPageBreak(false);
    $pdf->SetTitle("Sertifikat $number");
    $pdf->SetAuthor('Kementerian Contoh');
    $pdf->setLanguageArray(['a_meta_language' => 'id']);
    if ($certificate !== '-') {
        $pdf->setSignature("file://$certificate", "file://$certificate", '', '', 2, []);
    }
    $pdf->AddPage();
    guilloche($pdf);
    frame($pdf);
    $pdf->Circle(420.9, 72, 25, 0, 360, 'F', [], NAVY);
    $pdf->Circle(420.9, 72, 22, 0, 360, 'D', ['color' => GOLD]);
    line($pdf, $garamond, 13.5, NAVY, 117, 'KEMENTERIAN CONTOH');
    line($pdf, $sans, 8.8, GREY, 131, 'Pusat Pengembangan Kompetensi');
    line($pdf, $garamond, 42, NAVY, 177, 'SERTIFIKAT');
    line($pdf, $sans, 9, GREY, 207, sprintf('Nomor: %04d/PPK/SERT/XI/2026', $number));
    line($pdf, $italic, 14, GREY, 236, 'diberikan kepada');
    line($pdf, $garamond, 34, NAVY, 276, "Siti Rahmawati Nomor $number, S.Sos.");
    line($pdf, $sans, 9.5, GREY, 300, 'NIP 19850712 201001 2 003 · Biro Umum');
    line($pdf, $italic, 14, GREY, 336, 'telah mengikuti dan dinyatakan lulus');
    line($pdf, $bold, 21, NAVY, 370, 'Pelatihan Analisis Kebijakan Publik');
    line($pdf, $garamond, 12.5, NAVY, 400, 'Angkatan III, diselenggarakan pada 3–7 November 2026 di Jakarta, selama 40 jam pelajaran (JP).');
    $address = "https://pionir.contoh.go.id/v/abcdefghijklmnopqrst" . sprintf('%07d', $number);
    $pdf->write2DBarcode($address, 'QRCODE,M', 62, 446, 84, 84, ['padding' => 0]);
    line($pdf, $bold, 11, NAVY, 460, 'Periksa keaslian', 158, 250, 'L');
    line($pdf, $sans, 7.4, GREY, 473, 'Pindai kode QR, atau buka alamat ini:', 158, 250, 'L');
    line($pdf, $sans, 7.4, GREY, 485, $address, 158, 250, 'L');
    line($pdf, $garamond, 11, NAVY, 452, 'Jakarta, 20 November 2026', 525, 250);
    line($pdf, $garamond, 11, NAVY, 467, 'Plt. Kepala Pusat', 525, 250);
    line($pdf, $sans, 7.4, GREY, 504, 'Ditandatangani secara elektronik.', 525, 250);
    line($pdf, $sans, 7.4, GREY, 513.5, 'Tanda tangan ada di dalam berkas PDF ini.', 525, 250);
    line($pdf, $bold, 12.5, NAVY, 536, 'Dr. Budi Santoso, M.Si.', 525, 250);
    line($pdf, $sans, 8, GREY, 548, 'NIP 19700101 199501 1 001', 525, 250);
    $pdf->AddPage();
    frame($pdf);
    line($pdf, $garamond, 21, NAVY, 74, 'Daftar Mata Pelatihan');
    line($pdf, $garamond, 12.5, GREY, 93, 'Pelatihan Analisis Kebijakan Publik');
    foreach ([['No.', 'Mata pelatihan', 'JP'], ['1', 'Pengantar', '10'], ['2', 'Praktik', '30'], ['', 'Jumlah', '40 JP']] as $at => $row) {
        $font = $at === 0 || $at === 3 ? $bold : $sans;
        line($pdf, $font, 10, NAVY, 122 + 22 * $at, $row[0], 145, 30, 'L');
        line($pdf, $font, 10, NAVY, 122 + 22 * $at, $row[1], 181, 400, 'L');
        line($pdf, $font, 10, NAVY, 122 + 22 * $at, $row[2], 600, 95, 'R');
        $pdf->Line(141, 128 + 22 * $at, 701, 128 + 22 * $at, ['width' => 0.8, 'color' => PALE]);
    }
    return $pdf->Output('', 'S');
}

function spent(): float
{
    $used = getrusage();
    return $used['ru_utime.tv_sec'] + $used['ru_stime.tv_sec'] + ($used['ru_utime.tv_usec'] + $used['ru_stime.tv_usec']) / 1e6;
}

paper(0);
$before = spent();
for ($number = 1; $number <= $count; $number++) {
    $made = paper($number);
}
$seconds = spent() - $before;
file_put_contents($out, $made);
echo json_encode(['perSecond' => $count / $seconds, 'bytes' => strlen($made)]);
