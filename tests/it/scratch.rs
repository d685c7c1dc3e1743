use crate::harness::Desk;
#[test]
fn look() {
    let mut d = Desk::new();
    d.press("Enter d u u");
    println!("{}", d.frame());
    d.press("d");
    println!("{}", d.frame());
    let mut d = Desk::new();
    d.press("Enter a a Enter d 5 w r e \"мм\" Enter \"чт\" Enter d f Enter");
    d.come_back_on("2023-06-01");
    println!("{}", d.frame());
    d.press("Enter a a Enter c");
    println!("{}", d.frame());
    d.press("3 «чт» Enter «нет данных» Enter f Enter");
    d.come_back_on("2023-06-08");
    d.press("Enter a a Enter c 3 «чт» Enter «снова нет данных» Enter g");
    println!("{}", d.frame());
    println!("{}", d.papers("2023-06-01").0);
    println!("{}", d.papers("2023-06-01").1);
}
