namespace Kindred.Core.Accounts;

/// <summary>What a column means to the product. The kind of its table completes the meaning: Key of deals is the deal's id.</summary>
public enum ColumnRole
{
    /// <summary>No standard meaning: kept under its header with its level.</summary>
    None,

    /// <summary>Id of the row itself.</summary>
    Key,

    /// <summary>Name of the row itself (company, deal, person).</summary>
    Name,

    /// <summary>Id of the company the row belongs to.</summary>
    CompanyKey,

    /// <summary>Name of the company the row belongs to.</summary>
    CompanyName,

    /// <summary>Id of a person.</summary>
    PersonKey,

    /// <summary>Id of a deal.</summary>
    DealKey,

    /// <summary>Id of a subscription.</summary>
    SubscriptionKey,

    /// <summary>Korean business registration number.</summary>
    BusinessNumber,

    /// <summary>Website or domain.</summary>
    Domain,

    /// <summary>E-mail address.</summary>
    Email,

    /// <summary>Country.</summary>
    Country,

    /// <summary>State, province, 시도.</summary>
    State,

    /// <summary>City, 시군구.</summary>
    City,

    /// <summary>Street address.</summary>
    Address,

    /// <summary>Industry as text.</summary>
    Industry,

    /// <summary>NAICS code.</summary>
    Naics,

    /// <summary>KSIC code.</summary>
    Ksic,

    /// <summary>Head count, as a number or a range.</summary>
    Employees,

    /// <summary>Annual revenue of the company.</summary>
    Revenue,

    /// <summary>Year or date of foundation.</summary>
    Founded,

    /// <summary>Funding stage.</summary>
    FundingStage,

    /// <summary>Technologies in use, several in one cell.</summary>
    Technologies,

    /// <summary>First name.</summary>
    FirstName,

    /// <summary>Last name.</summary>
    LastName,

    /// <summary>Job title.</summary>
    Title,

    /// <summary>Department.</summary>
    Department,

    /// <summary>Lifecycle stage of a company or person.</summary>
    Lifecycle,

    /// <summary>Stage of a deal.</summary>
    Stage,

    /// <summary>State of the row: lead status, subscription status, invoice status.</summary>
    Status,

    /// <summary>Yes when the deal was won.</summary>
    IsWon,

    /// <summary>Yes when the deal is closed.</summary>
    IsClosed,

    /// <summary>Yes when the deal was lost.</summary>
    IsLost,

    /// <summary>Amount of the row.</summary>
    Amount,

    /// <summary>Amount without tax.</summary>
    SupplyAmount,

    /// <summary>Amount with tax.</summary>
    TotalAmount,

    /// <summary>Recurring amount per month.</summary>
    MonthlyAmount,

    /// <summary>Recurring amount per year.</summary>
    AnnualAmount,

    /// <summary>ISO currency of the row.</summary>
    Currency,

    /// <summary>Billing interval.</summary>
    Interval,

    /// <summary>When the row was created in its system.</summary>
    CreatedOn,

    /// <summary>When the deal was closed, or is expected to.</summary>
    ClosedOn,

    /// <summary>When it began.</summary>
    StartedOn,

    /// <summary>When it ended.</summary>
    EndedOn,

    /// <summary>When it happened (event, usage, invoice, visit).</summary>
    On,

    /// <summary>When it was paid.</summary>
    PaidOn,

    /// <summary>When it was due.</summary>
    DueOn,

    /// <summary>Pipeline.</summary>
    Pipeline,

    /// <summary>Type of deal: new business, renewal.</summary>
    DealType,

    /// <summary>Our person who owns the row.</summary>
    Owner,

    /// <summary>How it came: lead source, channel.</summary>
    Source,

    /// <summary>Plan or product bought.</summary>
    Plan,

    /// <summary>Seats or units bought.</summary>
    Seats,

    /// <summary>Yes when a trial.</summary>
    IsTrial,

    /// <summary>Feature or event used.</summary>
    Feature,

    /// <summary>How often.</summary>
    Count,

    /// <summary>How long, in seconds.</summary>
    Seconds,

    /// <summary>Priority of a ticket.</summary>
    Priority,

    /// <summary>Satisfaction with a ticket.</summary>
    Satisfaction,

    /// <summary>Kind of event or activity.</summary>
    EventKind,

    /// <summary>Free words about the row.</summary>
    Detail,

    /// <summary>Product in use at the company.</summary>
    Product,

    /// <summary>Vendor of that product.</summary>
    Vendor,

    /// <summary>integrates, complements, replaces, competes.</summary>
    TechnologyRole,

    /// <summary>Category of a technology.</summary>
    Category,

    /// <summary>Document read.</summary>
    Document,

    /// <summary>Page read.</summary>
    Page,

    /// <summary>Pages opened, a count.</summary>
    PagesOpened,

    /// <summary>Pages of the document, a count.</summary>
    PageCount,

    /// <summary>Seconds on each page in page order, in one cell.</summary>
    PageSeconds,

    /// <summary>What each page is about, in page order, in one cell.</summary>
    PageTags,

    /// <summary>Link a document was opened by.</summary>
    Link,

    /// <summary>Device and browser.</summary>
    Device,

    /// <summary>Where somebody was when it happened.</summary>
    SeenFrom,

    /// <summary>Yes when the call to action was followed.</summary>
    Clicked,

    /// <summary>Why it ended.</summary>
    Reason,

    /// <summary>How the row ended: the outcome column of a wide sheet.</summary>
    Outcome,

    /// <summary>Yes when a lead was converted.</summary>
    IsConverted,
}
