using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Kindred.Core.Basics;
using Kindred.Sample;
using Xunit;

namespace Kindred.Tests.Sample;

/// <summary>What lies on disk: bytes, shapes, traps, refusals.</summary>
public sealed class SampleFilesTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("kindred-sample-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Write_SameOptionsTwice_WritesTheSameBytes()
    {
        var options = SampleOptions.Default(SampleFigures.AsOf) with { Companies = 300 };
        Assert.Equal(Digest(options, "a"), Digest(options, "b"));
        Assert.NotEqual(Digest(options, "c"), Digest(options with { Seed = 8 }, "d"));
    }

    [Fact]
    public void NextBits_SeedZero_MatchesTheReferenceCode()
    {
        // xoshiro256** seeded by four outputs of SplitMix64(0), as in the authors' C code.
        var random = new SeededGenerator(0);
        Assert.Equal(0x99EC5F36CB75F2B4UL, random.NextBits());
        Assert.Equal(0xBF6E1F784956452AUL, random.NextBits());
        Assert.Equal(0x1A5F849D4933E6E0UL, random.NextBits());
    }

    [Fact]
    public void Write_GoodStory_HasTheStatedNumbersOfRows()
    {
        var company = SampleCompany.Generate(SampleOptions.Default(SampleFigures.AsOf));
        SampleFiles.Write(company, _folder);
        Assert.Equal(3120, Rows("hubspot-companies.csv"));
        Assert.InRange(Rows("hubspot-contacts.csv"), 6700, 7100);
        Assert.Equal(1200 + 84 + 210, Rows("hubspot-deals.csv"));
        Assert.Equal(640, Rows("leads.csv"));
        Assert.Equal(216, Rows("marketing-costs.csv"));
        Assert.Equal(7, Rows("hubspot-owners.csv"));
        Assert.InRange(Rows("docsend-visits.csv"), 1149, 1151);
        Assert.Equal(96, company.Leads.Count(lead => lead.Created > SampleFigures.AsOf.AddDays(-30)));
        Assert.Equal(240, company.Visits.Select(visit => visit.Link).Distinct().Count());
        Assert.Equal((821, 250, 80), (company.Visits.Count(visit => visit.Visitor == "human"), company.Visits.Count(visit => visit.Visitor == "scanner"), company.Visits.Count(visit => visit.Visitor == "unknown")));
        Assert.Equal(0.84, company.Renewals.Count(deal => deal.Outcome == SampleOutcome.Won) / 210.0, 0.01);
        Assert.Equal(5, company.Accounts.Count(account => account.EmployeesNow != account.Employees));
        Assert.Equal(6, company.SilentCustomers.Length);
    }

    [Fact]
    public void Write_TaxInvoices_AreCp949WithTitleRowsAndTaxIncluded()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        SampleFiles.Write(SampleCompany.Generate(SampleOptions.Default(SampleFigures.AsOf) with { Companies = 2000 }), _folder);
        var bytes = File.ReadAllBytes(Path.Combine(_folder, "hometax-sales-invoices.csv"));
        Assert.Throws<DecoderFallbackException>(() => new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes));
        var lines = Encoding.GetEncoding(949).GetString(bytes).Split("\r\n");
        Assert.StartsWith("매출 전자세금계산서", lines[0], StringComparison.Ordinal);
        Assert.StartsWith("작성일자,승인번호", lines[4], StringComparison.Ordinal);
        var cells = lines[5].Split('"', StringSplitOptions.RemoveEmptyEntries).Where(cell => cell.Length > 3 && char.IsDigit(cell[0]) && cell.Contains(',') && !cell.Contains('-')).ToArray();
        var (total, supply) = (decimal.Parse(cells[0], NumberStyles.Number, CultureInfo.InvariantCulture), decimal.Parse(cells[1], NumberStyles.Number, CultureInfo.InvariantCulture));
        Assert.Equal(Math.Round(supply * 1.1m), total);
        Assert.Contains(lines, line => line.Contains(",\"-", StringComparison.Ordinal) && line.Contains("수정", StringComparison.Ordinal));
    }

    [Fact]
    public void Write_Truth_ListsGroupsThatFollowFromTheFiles()
    {
        var company = SampleCompany.Generate(SampleOptions.Default(SampleFigures.AsOf));
        SampleFiles.Write(company, _folder);
        using var truth = JsonDocument.Parse(File.ReadAllText(Path.Combine(_folder, SampleFiles.TruthName)));
        var core = truth.RootElement.GetProperty("core").GetProperty("companies").EnumerateArray().Select(id => id.GetInt64()).ToHashSet();
        var expected = company.Accounts.Where(account => account.Industry is "software" or "fintech" && account.Employees is >= 50 and <= 200 && account.Crm is "Salesforce" or "HubSpot");
        Assert.Equal(expected.Select(account => account.RecordId).ToHashSet(), core);
        Assert.InRange(core.Count, 300, 480);
        foreach (var name in (string[])["adjacent", "regret", "anti", "trigger", "decoys", "leaks", "traps", "success"])
        {
            Assert.True(truth.RootElement.TryGetProperty(name, out _), name);
        }
    }

    [Fact]
    public void Generate_EmployeesMissing_MoreOftenForLost()
    {
        double lost = 0, lostMissing = 0, won = 0, wonMissing = 0;
        for (var seed = 1; seed <= 20; seed++)
        {
            var company = SampleCompany.Generate(SampleOptions.Default(SampleFigures.AsOf) with { Seed = seed });
            var customers = company.Customers.Select(customer => customer.Account).ToHashSet();
            var others = company.Deals.Where(deal => deal.Outcome == SampleOutcome.Lost && !customers.Contains(deal.Account)).Select(deal => deal.Account).ToHashSet();
            lost += others.Count;
            lostMissing += others.Count(i => !company.Accounts[i].EmployeesExported);
            won += customers.Count;
            wonMissing += customers.Count(i => !company.Accounts[i].EmployeesExported);
        }

        Assert.InRange(lostMissing / lost, 0.17, 0.19);
        Assert.InRange(wonMissing / won, 0.02, 0.04);
    }

    [Fact]
    public void Write_FolderWithOtherFiles_IsRefusedAndLeftAlone()
    {
        File.WriteAllText(Path.Combine(_folder, "mine.csv"), "a,b");
        var refused = SampleFiles.Write(Tiny(), _folder);
        Assert.False(refused.IsAccepted);
        Assert.Equal(("sample.folder-not-empty", _folder), (refused.Reasons[0].Code, refused.Reasons[0].Subject));
        Assert.Contains("empty folder", refused.Reasons[0].Message.En, StringComparison.Ordinal);
        Assert.Contains("빈 폴더", refused.Reasons[0].Message.Ko, StringComparison.Ordinal);
        Assert.Equal(["mine.csv"], Directory.GetFiles(_folder).Select(path => Path.GetFileName(path)!));
    }

    [Fact]
    public void Write_NameOfAFile_IsRefused()
    {
        var path = Path.Combine(_folder, "taken");
        File.WriteAllText(path, "x");
        var refused = SampleFiles.Write(Tiny(), path);
        Assert.Equal(("sample.folder-is-a-file", path), (refused.Reasons[0].Code, refused.Reasons[0].Subject));
        Assert.Contains("is a file", refused.Reasons[0].Message.En, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(199, "2026-11-21", "sample.companies-out-of-range", "--companies", "'199'")]
    [InlineData(1_000_001, "2026-11-21", "sample.companies-out-of-range", "--companies", "'1000001'")]
    [InlineData(3000, "1999-12-31", "sample.as-of-too-early", "--as-of", "'1999-12-31'")]
    public void Checked_OutOfBounds_IsRefusedWithTheValue(int companies, string asOf, string code, string subject, string quoted)
    {
        Result<SampleOptions> refused = new SampleOptions(7, SampleStory.Good, companies, DateOnly.ParseExact(asOf, "yyyy-MM-dd", CultureInfo.InvariantCulture)).Checked();
        Assert.Equal((code, subject), (refused.Reasons[0].Code, refused.Reasons[0].Subject));
        Assert.Contains(quoted, refused.Reasons[0].Message.En, StringComparison.Ordinal);
        Assert.Contains(quoted, refused.Reasons[0].Message.Ko, StringComparison.Ordinal);
    }

    private static SampleCompany Tiny() => SampleCompany.Generate(SampleOptions.Default(SampleFigures.AsOf) with { Companies = 200 });

    private int Rows(string file) => File.ReadLines(Path.Combine(_folder, file)).Count() - 1;

    private string Digest(SampleOptions options, string name)
    {
        var folder = Path.Combine(_folder, name);
        SampleFiles.Write(SampleCompany.Generate(options), folder);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in Directory.GetFiles(folder).Order(StringComparer.Ordinal))
        {
            hash.AppendData(File.ReadAllBytes(file));
        }

        return Convert.ToHexString(hash.GetHashAndReset());
    }
}
