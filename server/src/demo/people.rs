//! The people of the demo: names as they are in the world (long, short, right to left, single), in every state.

/// One of the demo's people.
pub struct Person {
    pub name: &'static str,
    /// The part of the address before the `@`.
    pub address: &'static str,
    pub position: &'static str,
    /// Empty: none.
    pub extension: &'static str,
    pub plan: Plan,
    pub role: Role,
    pub team: Team,
    pub standing: Standing,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Plan {
    None,
    Standard,
    Professional,
    Light,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Role {
    Admin,
    Manager,
    Supervisor,
    Agent,
    Basic,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Team {
    None,
    Sales,
    Care,
    Finance,
    Warehouse,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    Prepared,
    /// Today; the mail is in the outbox.
    Invited,
    /// Two days ago.
    Expired,
    Active,
    /// Active, with the demo's password.
    SignsIn,
    Suspended,
}

macro_rules! people {
    ($($name:literal $address:literal $position:literal $extension:literal $plan:ident $role:ident $team:ident $standing:ident)*) => {
        &[$(Person {
            name: $name, address: $address, position: $position, extension: $extension,
            plan: Plan::$plan, role: Role::$role, team: Team::$team, standing: Standing::$standing,
        }),*]
    };
}

/// Everybody but the owner. Standard has two seats left, Professional none.
pub static PEOPLE: &[Person] = people! {
    "Tomás Herrera Quiroga" "tomas" "Head of IT" "1002" Professional Admin None SignsIn
    "Mia Lindqvist" "mia" "Customer Care Manager" "1003" Professional Manager Care SignsIn
    "Suhartini" "suhartini" "Care Agent" "1004" Standard Agent Care Active
    "María de los Ángeles Fernández-Villaverde y Gutiérrez de la Concha" "maria.fernandez" "Regional Sales Director, Southern Europe and Latin America" "1005" Professional Manager Sales Active
    "נועה בן־דוד" "noa" "Account Executive" "1006" Standard Agent Sales Active
    "محمد عبد الرحمن الشريف" "mohammed" "Senior Care Agent" "1007" Standard Agent Care Active
    "王小明" "xiaoming.wang" "Buyer" "1008" Standard Basic None Active
    "佐藤 花子" "hanako.sato" "Care Agent, Japanese line" "1009" Standard Agent Care Active
    "김민준" "minjun.kim" "Account Executive" "1010" Standard Agent Sales Active
    "Nguyễn Thị Minh Khai" "khai" "Accounts Payable" "1011" Standard Basic Finance Active
    "Björk Guðmundsdóttir" "bjork" "Care Supervisor" "1012" Professional Supervisor Care Active
    "Chandrasekharan Venkataramanan Subrahmanyam" "chandra" "Inside Sales" "1013" Standard Agent Sales Active
    "O. K. Bär" "bar" "Driver" "1014" Light Basic Warehouse Active
    "Željko Đurđević" "zeljko" "Warehouse Lead" "1015" Standard Supervisor Warehouse Active
    "Ngozi Adichie-Eze" "ngozi" "Controller" "1016" Professional Basic Finance Active
    "Siobhán Ní Dhomhnaill" "siobhan" "Care Agent" "1017" Standard Agent Care Active
    "Владимир Сергеевич Ковалёв" "kovalev" "Field Sales" "1018" Standard Agent Sales Active
    "สมชาย ใจดี" "somchai" "Picker" "1019" Light Basic Warehouse Active
    "Jean-Baptiste Le Goff" "jb.legoff" "Forklift Driver" "" Light Basic Warehouse Active
    "Ελένη Παπαδοπούλου" "eleni" "Care Agent" "1021" Standard Agent Care Active
    "Li Na" "na.li" "Treasury Analyst" "1022" Professional Basic Finance Active
    "Aroha Te Whare" "aroha" "Key Account Manager" "1023" Professional Agent Sales Active
    "Þórarinn Eldjárn" "thorarinn" "Night Shift Lead" "1024" Standard Supervisor Warehouse Active
    "Kwame Boateng" "kwame" "Care Agent" "1025" Standard Agent Care Active
    "Åsa Öberg-Ngata" "asa" "Payroll" "1026" Standard Basic Finance Active
    "Gülşen Yıldız" "gulsen" "Care Agent" "1027" Standard Agent Care Suspended
    "Dmitri van der Westhuizen" "dmitri" "Former Sales Agent" "" Standard Agent Sales Suspended
    "Ana Paula da Conceição" "ana.paula" "Care Agent" "1029" Standard Agent Care Invited
    "Rajesh" "rajesh" "Inside Sales" "1030" Standard Agent Sales Invited
    "Fatima Zahra El Idrissi" "fatima" "Accountant" "1031" Standard Basic Finance Invited
    "Marek Wójcik" "marek" "Loader" "" Light Basic Warehouse Invited
    "Isla MacGillivray" "isla" "Care Agent" "1033" Standard Agent Care Expired
    "Pita Fonoti" "pita" "Driver" "" Light Basic Warehouse Expired
    "Charlotte D’Arcy" "charlotte" "Sales Trainee" "" Standard Agent Sales Expired
    "Yuki Tanabe" "yuki" "Care Trainee" "1036" Standard Agent Care Prepared
    "Oluwaseun Adebayo-Clarke" "seun" "Care Trainee" "1037" Standard Agent Care Prepared
    "Jürgen Müller-Lüdenscheidt" "juergen" "Buyer" "" Professional Basic None Prepared
    "Amélie Tremblay" "amelie" "Legal Counsel" "" Professional Basic None Prepared
    "Sipho Dlamini" "sipho" "Cleaner" "" None Basic None Prepared
    "Ida" "ida" "Apprentice" "" Light Basic Warehouse Prepared
    "Þorbjörg Ólafsdóttir Kristjánsson-Wright" "thorbjorg" "Sales Operations" "1042" Standard Basic Sales Active
    "Rosalind Featherstonehaugh" "rosalind" "Board Assistant" "1041" Professional Basic None Active
};
