namespace Kindred.Sample;

/// <summary>One invented company in the CRM.</summary>
/// <param name="RecordId">CRM record id.</param>
/// <param name="Name">Trade name without legal form.</param>
/// <param name="Domain">Web domain, unique.</param>
/// <param name="Country">KR, US, JP or SG.</param>
/// <param name="Region">State or 시도.</param>
/// <param name="City">City or 시군구.</param>
/// <param name="Industry">Planted industry key: software, fintech, manufacturing, commerce, health, services, education, logistics, public.</param>
/// <param name="IndustryText">The words the CRM holds for it.</param>
/// <param name="Employees">People at the time of the first deal.</param>
/// <param name="EmployeesNow">People as exported today; differs for a few that grew.</param>
/// <param name="EmployeesExported">False where the export leaves the cell empty (planted: more often for lost deals).</param>
/// <param name="Crm">Sales tool: Salesforce, HubSpot, Pipedrive, Zoho CRM, Dynamics 365, Excel or None.</param>
/// <param name="Created">When the company was added to the CRM.</param>
/// <param name="BusinessNumber">Korean business registration number with a valid checksum, or empty. Invented.</param>
/// <param name="Decoys">Values of <see cref="Planted.DecoyNames"/>, without any effect of their own.</param>
/// <param name="Group">Planted group.</param>
public sealed record SampleAccount(
    long RecordId,
    string Name,
    string Domain,
    string Country,
    string Region,
    string City,
    string Industry,
    string IndustryText,
    int Employees,
    int EmployeesNow,
    bool EmployeesExported,
    string Crm,
    DateOnly Created,
    string BusinessNumber,
    string[] Decoys,
    SampleGroup Group)
{
    /// <summary>True for Salesforce and HubSpot, the third core condition.</summary>
    public bool HasCoreCrm => Crm is "Salesforce" or "HubSpot";
}
