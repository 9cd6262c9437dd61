using System.Globalization;
using System.Text;

namespace Kindred.Host.Tests.Storage;

/// <summary>Exports of one CRM over three years: each covers part of the records, some changed since, some with fewer columns, some without ids.</summary>
internal static class ExportFiles
{
    /// <summary>Companies in all files together.</summary>
    public const int Companies = 60;

    /// <summary>Deals in all files together.</summary>
    public const int Deals = 90;

    /// <summary>Rows of use in all files together: 20 companies, 12 months.</summary>
    public const int Usages = 240;

    /// <summary>Writes them and gives their paths, oldest first.</summary>
    public static IReadOnlyList<string> Write(string folder) =>
    [
        Put(folder, "companies 2025-01-01.csv", "Company ID,Company Name,Domain,Industry,Number of Employees", 0, 40, i => $"C{i},Company {i},company{i}.com,{Industry(i)},{10 + i}"),
        Put(folder, "deals 2025-01-01.csv", "Record ID,Deal Name,Deal Stage,Amount,Create Date,Close Date,Company ID", 0, 50, i => Deal(i, "Open"), broken: true),
        Put(folder, "usage 2025-01-01.csv", "company_id,month,events", 0, 120, i => Use(i, i >= 100 ? 1 : 7)),
        Put(folder, "companies 2026-01-01.csv", "Company ID,Company Name,Domain,Industry,Number of Employees", 20, 60, i => $"C{i},Company {i},company{i}.com,{Industry(i)},{20 + i}"),
        Put(folder, "deals 2026-01-01.csv", "Record ID,Deal Name,Deal Stage,Amount,Create Date,Close Date,Company ID", 30, 90, i => Deal(i, i % 3 == 0 ? "Closed Won" : "Closed Lost"), broken: true),
        Put(folder, "usage 2026-01-01.csv", "company_id,month,events", 100, 240, i => Use(i, 9)),
        // Fewer columns, without ids: the newest names of some companies.
        Put(folder, "companies 2027-01-01.csv", "Company ID,Company Name,Domain", 10, 30, i => $"C{i},Company {i},company{i}.com"),
    ];

    private static string Deal(int i, string stage) => $"D{i},Deal {i},{stage},{100 + i},2024-0{1 + (i % 9)}-1{i % 9},2025-0{1 + (i % 9)}-1{i % 9},C{i % Companies}";

    private static string Use(int i, int events) => $"C{i % 20},2024-{1 + (i / 20):00}-01,{events + i}";

    private static string Industry(int i) => (i % 3) switch { 0 => "Software", 1 => "Retail", _ => "" };

    private static string Put(string folder, string name, string header, int from, int to, Func<int, string> row, bool broken = false)
    {
        var text = new StringBuilder(header).Append('\n');
        for (var i = from; i < to; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"{row(i)}\n");
        }

        var path = Path.Combine(folder, name);
        File.WriteAllText(path, text.Append(broken ? "ragged,row\n" : "").ToString());
        return path;
    }
}
