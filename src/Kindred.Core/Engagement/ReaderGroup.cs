using Kindred.Core.Basics;
using Kindred.Core.Standards;

namespace Kindred.Core.Engagement;

/// <summary>A kind of person: what the work is about, and whether they lead (team lead and above). The person axis of every cross table.</summary>
/// <param name="Job">What the work is about.</param>
/// <param name="IsLead">Manager, 팀장 or higher.</param>
public readonly record struct ReaderGroup(JobGroup Job, bool IsLead)
{
    private static readonly (JobGroup Job, string Code, Wording Label)[] Jobs =
    [
        (JobGroup.TopManagement, "management", new("대표·창업자", "top management")),
        (JobGroup.Finance, "finance", new("재무·경영지원", "finance and administration")),
        (JobGroup.Technology, "technology", new("기술·보안", "technology and security")),
        (JobGroup.Operations, "operations", new("운영·RevOps", "operations and RevOps")),
        (JobGroup.Sales, "sales", new("영업·마케팅", "sales and marketing")),
        (JobGroup.People, "people", new("인사", "human resources")),
        (JobGroup.Product, "product", new("제품·디자인", "product and design")),
        (JobGroup.Procurement, "procurement", new("구매·법무", "purchasing and law")),
        (JobGroup.Unknown, "unknown", new("직무를 모르는 사람", "job unknown")),
    ];

    /// <summary>Every group there can be, in the order of the pages.</summary>
    public static IReadOnlyList<ReaderGroup> All { get; } = [.. Jobs.SelectMany(entry => entry.Job switch
    {
        JobGroup.TopManagement => [new ReaderGroup(entry.Job, true)],
        JobGroup.Unknown => [new ReaderGroup(entry.Job, false)],
        _ => new[] { new ReaderGroup(entry.Job, true), new ReaderGroup(entry.Job, false) },
    })];

    /// <summary>Stable code: finance-lead, finance-staff, management, unknown.</summary>
    public string Code => Entry(Job).Code + (Job is JobGroup.TopManagement or JobGroup.Unknown ? "" : IsLead ? "-lead" : "-staff");

    /// <summary>Name for people.</summary>
    public Wording Label
    {
        get
        {
            var job = Entry(Job).Label;
            return Job is JobGroup.TopManagement or JobGroup.Unknown ? job : IsLead ? new Wording(job.Ko + " 책임자", job.En + " leads") : new Wording(job.Ko + " 실무자", job.En + " staff");
        }
    }

    /// <summary>The group a title speaks of: its first function, and whether it names a level from manager up.</summary>
    public static ReaderGroup Of(TitleReading title)
    {
        ArgumentNullException.ThrowIfNull(title);
        var job = title.Functions.Count == 0 ? title.Level == JobLevel.Chief ? JobGroup.TopManagement : JobGroup.Unknown : title.Functions[0] switch
        {
            JobFunction.Executive => title.Text.Contains("경영지원", StringComparison.Ordinal) || title.Text.Contains("경영관리", StringComparison.Ordinal) ? JobGroup.Finance : JobGroup.TopManagement,
            JobFunction.Finance => JobGroup.Finance,
            JobFunction.Technology or JobFunction.Security or JobFunction.Data => JobGroup.Technology,
            JobFunction.RevenueOperations or JobFunction.Operations => JobGroup.Operations,
            JobFunction.Sales or JobFunction.Marketing or JobFunction.CustomerSuccess => JobGroup.Sales,
            JobFunction.HumanResources => JobGroup.People,
            JobFunction.Product or JobFunction.Design => JobGroup.Product,
            _ => JobGroup.Procurement,
        };
        return new ReaderGroup(job, job == JobGroup.TopManagement || (job != JobGroup.Unknown && title.Level >= JobLevel.Manager));
    }

    /// <summary>The group with that code, or null.</summary>
    public static ReaderGroup? Find(string? code) => All.Cast<ReaderGroup?>().FirstOrDefault(group => group!.Value.Code == code);

    /// <summary>A job group in words.</summary>
    public static Wording JobLabel(JobGroup job) => Entry(job).Label;

    private static (JobGroup Job, string Code, Wording Label) Entry(JobGroup job) => Array.Find(Jobs, entry => entry.Job == job);
}
