using Kindred.Core.Basics;
using Kindred.Sample.Writing;

namespace Kindred.Sample;

/// <summary>Writes the invented company as a real one would download it: raw exports of seven tools, not our own format.</summary>
public static class SampleFiles
{
    /// <summary>The file that lists what is planted; not an export.</summary>
    public const string TruthName = "planted-truth.json";

    /// <summary>The file that says everything is invented.</summary>
    public const string ReadMeName = "README.txt";

    /// <summary>Writes all files into the folder, which is made when missing. An earlier sample in it is overwritten; a folder with anything else is refused.</summary>
    /// <returns>Names of the files written, in the order of writing, or why the folder was refused.</returns>
    /// <exception cref="IOException">The disk failed.</exception>
    public static Result<IReadOnlyList<string>> Write(SampleCompany company, string folder)
    {
        ArgumentNullException.ThrowIfNull(company);
        ArgumentException.ThrowIfNullOrEmpty(folder);
        if (File.Exists(folder))
        {
            return Result.Refused<IReadOnlyList<string>>("sample.folder-is-a-file", folder,
                $"'{folder}'은(는) 파일이에요. 예제를 담을 폴더 이름을 적어 주세요.",
                $"'{folder}' is a file. Give the name of a folder to put the sample into.");
        }

        if (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any() && !File.Exists(Path.Combine(folder, TruthName)))
        {
            return Result.Refused<IReadOnlyList<string>>("sample.folder-not-empty", folder,
                $"'{folder}' 폴더에 다른 파일이 있어요. 지어낸 데이터가 진짜 파일과 섞이지 않게 빈 폴더를 적어 주세요.",
                $"'{folder}' holds other files. Give an empty folder, so that invented data never mixes with real files.");
        }

        Directory.CreateDirectory(folder);
        var duplicates = CompanyFiles.Duplicates(company);
        (string Name, Action Write)[] files =
        [
            ("hubspot-companies.csv", () => CompanyFiles.WriteCompanies(company, duplicates, folder)),
            ("hubspot-contacts.csv", () => CompanyFiles.WriteContacts(company, folder)),
            ("hubspot-deals.csv", () => DealFile.Write(company, duplicates, folder)),
            ("hubspot-owners.csv", () => CompanyFiles.WriteOwners(company, folder)),
            ("leads.csv", () => LeadFile.Write(company, folder)),
            ("stripe-subscriptions.csv", () => BillingFiles.WriteSubscriptions(company, folder)),
            ("stripe-invoices.csv", () => BillingFiles.WriteInvoices(company, folder)),
            ("hometax-sales-invoices.csv", () => BillingFiles.WriteTaxInvoices(company, folder)),
            ("product-usage.csv", () => OperationFiles.WriteUsage(company, folder)),
            ("support-tickets.csv", () => OperationFiles.WriteTickets(company, folder)),
            ("marketing-costs.csv", () => OperationFiles.WriteCosts(company, folder)),
            ("technologies.csv", () => KnowledgeFiles.WriteTechnologies(company, folder)),
            ("signals.csv", () => KnowledgeFiles.WriteSignals(company, folder)),
            ("activities.csv", () => KnowledgeFiles.WriteActivities(company, folder)),
            ("docsend-visits.csv", () => KnowledgeFiles.WriteVisits(company, folder)),
            (ReadMeName, () => ReadMeFile.Write(company, Path.Combine(folder, ReadMeName))),
            (TruthName, () => TruthFile.Write(company, duplicates, Path.Combine(folder, TruthName))),
        ];
        foreach (var file in files)
        {
            file.Write();
        }

        return Result.Accepted<IReadOnlyList<string>>([.. files.Select(file => file.Name)]);
    }
}
